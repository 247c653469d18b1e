package ai.hexabase.console.manifest;

/**
 * Secret texts in clear, for rendering only; never stored or shown. Each is empty when there is none.
 *
 * @param certificateChain PEM, the server's own certificate first
 * @param certificateKey its private key, PEM
 */
public record OpenedSecrets(
        String databasePassword, String registryPassword, String certificateChain, String certificateKey) {
    public static final OpenedSecrets NONE = new OpenedSecrets("", "", "", "");

    public static OpenedSecrets databasePassword(String password) {
        return new OpenedSecrets(password, "", "", "");
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}

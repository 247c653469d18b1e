package ai.hexabase.console.fleet;

/** A certificate and its private key (PKCS #8 unless said otherwise), both as PEM text. */
public record Identity(String certificate, String key) {
    @Override
    public String toString() {
        return "Identity[certificate=" + certificate.length() + " characters, key=hidden]";
    }
}

package ai.hexabase.console.certificate;

import ai.hexabase.console.kube.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates of every kind, good and bad, as the JDK's own tool makes them. */
final class Keytool {
    private static final String PASSWORD = "changeit";

    private final Path store;

    Keytool(Path folder) {
        store = folder.resolve("certificates.p12");
    }

    /** Makes one that signs itself. */
    Keytool make(String alias, String name, String... options) {
        run("-genkeypair", "-alias", alias, "-dname", name, options);
        return this;
    }

    /** Makes an authority below none. */
    Keytool authority(String alias, String name) {
        return make(alias, name, "-keyalg", "EC", "-ext", "bc:c", "-validity", "3650");
    }

    /** Makes one that another one signs. */
    Keytool signed(String alias, String name, String by, String... options) {
        return make(alias, name, with(options, "-signer", by));
    }

    private static String[] with(String[] options, String... more) {
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void run(String command, String a, String b, String c, String d, String... options) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command, a, b, c, d));
        line.addAll(List.of(options));
        line.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificates of these names, one after the other. */
    String certificates(String... aliases) {
        var pem = new StringBuilder();
        for (var alias : aliases) {
            try {
                pem.append(Pem.write((X509Certificate) open().getCertificate(alias)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return pem.toString();
    }

    String key(String alias) {
        try {
            return Pem.write((PrivateKey) open().getKey(alias, PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore open() {
        try (var in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

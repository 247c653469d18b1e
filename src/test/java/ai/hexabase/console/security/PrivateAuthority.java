package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that no machine knows, made with the JDK's keytool. */
final class PrivateAuthority {
    private static final String PASSWORD = "for-tests-only";
    private final Path directory;

    private PrivateAuthority(Path directory) {
        this.directory = directory;
    }

    static PrivateAuthority make(String name) throws Exception {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        var authority = new PrivateAuthority(
                Files.createTempDirectory(parent, name + "-").toAbsolutePath());
        authority.keytool(
                "ca.p12",
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:c=ca:true",
                "-validity",
                "30");
        authority.keytool(
                "ca.p12",
                "-exportcert",
                "-alias",
                "ca",
                "-rfc",
                "-file",
                authority.file().toString());
        return authority;
    }

    /** The authority's own certificate, PEM. */
    Path file() {
        return directory.resolve("ca.pem");
    }

    String pem() throws IOException {
        return Files.readString(file());
    }

    /** What a server of that name shows. */
    SSLContext server(String host) throws Exception {
        var store = host + ".p12";
        keytool(store, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + host, "-validity", "30");
        var request = directory.resolve(host + ".csr").toString();
        var certificate = directory.resolve(host + ".pem").toString();
        keytool(store, "-certreq", "-alias", "server", "-file", request);
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                certificate,
                "-rfc",
                "-ext",
                "san=dns:" + host,
                "-validity",
                "30");
        keytool(store, "-importcert", "-alias", "ca", "-file", file().toString(), "-noprompt");
        keytool(store, "-importcert", "-alias", "server", "-file", certificate);
        var keys = KeyStore.getInstance(directory.resolve(store).toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String store, String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-keystore",
                directory.resolve(store).toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.add(1, words[0]);
        command.addAll(List.of(words).subList(1, words.length));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}

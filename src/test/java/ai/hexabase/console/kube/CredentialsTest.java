package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.fleet.CertificateAuthority;
import ai.hexabase.console.fleet.Identity;
import com.sun.net.httpserver.HttpsExchange;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final Instant NOW = Instant.now();
    private static final CertificateAuthority CA = new CertificateAuthority("test-ca", NOW);
    private static final Identity SERVER = CA.server("api", List.of("127.0.0.1"), NOW);

    @Test
    void showsClientCertificatesWithKeysOfEveryForm() throws Exception {
        var rsa = CA.client("ann", List.of("ops"), NOW, Duration.ofHours(1));
        var curve = CA.curveClient("ben", List.of("ops"), NOW, Duration.ofHours(1));
        try (var server = TinyServer.https(SERVER, CA.certificate(), exchange -> {
            var name = ((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName();
            TinyServer.respond(exchange, 200, "application/json", "{\"gitVersion\":\"" + name + "\"}");
        })) {
            assertThat(seenBy(server, certificate(rsa.certificate(), rsa.key())))
                    .contains("CN=ann");
            assertThat(seenBy(server, certificate(rsa.certificate(), pkcs1(rsa.key()))))
                    .contains("CN=ann");
            assertThat(seenBy(server, certificate(curve.certificate(), curve.key())))
                    .contains("CN=ben");
        }
    }

    /** The older form of RSA keys is what a PKCS #8 key of 2048 bits holds behind its first 26 bytes. */
    private static String pkcs1(String pkcs8) {
        var der = Base64.getMimeDecoder().decode(pkcs8.replaceAll("-----[A-Z ]+-----", ""));
        var inner = Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(der, 26, der.length));
        return "-----BEGIN RSA PRIVATE KEY-----\n" + inner + "\n-----END RSA PRIVATE KEY-----\n";
    }

    @Test
    void sendsTokensAndReadsRotatedOnesAgain(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), "first\n");
        try (var server = TinyServer.https(SERVER, null, exchange -> {
            var sent = exchange.getRequestHeaders().getFirst("Authorization");
            TinyServer.respond(exchange, 200, "application/json", "{\"gitVersion\":\"" + sent + "\"}");
        })) {
            assertThat(seenBy(server, new Credentials.BearerToken("secret"))).isEqualTo("Bearer secret");
            try (var connection = open(server, new Credentials.TokenFile(file))) {
                assertThat(connection.serverInfo().version()).isEqualTo("Bearer first");
                Files.writeString(file, "second");
                assertThat(connection.serverInfo().version()).isEqualTo("Bearer second");
                Files.delete(file);
                assertThatThrownBy(connection::serverInfo)
                        .isInstanceOfSatisfying(
                                ConnectionFailed.class,
                                failed -> assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.UNAUTHORIZED));
            }
        }
    }

    @Test
    void refusesWhatCannotBeRead() {
        var good = CA.client("ann", List.of(), NOW, Duration.ofHours(1));
        assertUnreadable(certificate("hello", good.key()));
        assertUnreadable(certificate(good.certificate(), "hello"));
        assertUnreadable(certificate(good.certificate(), good.key().replace("M", "!")));
        assertUnreadable(
                certificate(good.certificate(), "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----"));
        assertUnreadable(certificate(
                good.certificate(),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----"));
        assertUnreadable(new Credentials.BearerToken("two words"));
        assertUnreadable(new Credentials.BearerToken("line\r\nX-Evil: 1"));
        assertUnreadable(new Credentials.BearerToken(" "));
    }

    @Test
    void neverPrintsSecrets() {
        var access = KubeAccess.of(URI.create("https://x"), null, new Credentials.BearerToken("hush"));
        assertThat(access.toString()).contains("https://x").doesNotContain("hush");
        assertThat(new Credentials.ClientCertificate("cert", "hush").toString()).doesNotContain("hush");
        var proxied = new KubeAccess(
                URI.create("https://x"),
                null,
                new Credentials.BearerToken("hush"),
                null,
                URI.create("http://u:hush@p:1"));
        assertThat(proxied.toString()).doesNotContain("hush");
    }

    @Test
    void readsThePodsServiceAccount(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("token"), "abc");
        Files.writeString(folder.resolve("ca.crt"), CA.certificate());
        var env = Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443");
        var access = new ServiceAccountAccess(folder, env).read();
        assertThat(access.server()).isEqualTo(URI.create("https://[fd00::1]:6443"));
        assertThat(access.caPem()).isEqualTo(CA.certificate());
        assertThat(access.credentials()).isEqualTo(new Credentials.TokenFile(folder.resolve("token")));
    }

    @Test
    void saysWhenThereIsNoPodAround(@TempDir Path empty) {
        for (var env : List.of(Map.<String, String>of(), Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"))) {
            assertThatThrownBy(() -> new ServiceAccountAccess(empty, env).read())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            none -> assertThat(none.problem().code()).isEqualTo("kube-not-in-cluster"));
        }
    }

    private static Credentials certificate(String certPem, String keyPem) {
        return new Credentials.ClientCertificate(certPem, keyPem);
    }

    private static String seenBy(TinyServer server, Credentials credentials) {
        try (var connection = open(server, credentials)) {
            return connection.serverInfo().version();
        }
    }

    private static ClusterConnection open(TinyServer server, Credentials credentials) {
        return new Connections(Clock.systemUTC())
                .open(KubeAccess.of(server.address(), CA.certificate(), credentials), Timeouts.SHORT);
    }

    private static void assertUnreadable(Credentials credentials) {
        var access = KubeAccess.of(URI.create("https://127.0.0.1:1"), null, credentials);
        assertThatThrownBy(() -> new Connections(Clock.systemUTC()).open(access, Timeouts.SHORT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("kube-credentials-unreadable"));
    }
}

package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.fleet.CertificateAuthority;
import ai.hexabase.console.fleet.Identity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TlsTest {
    private static final Instant NOW = Instant.now();
    private static final CertificateAuthority CA = new CertificateAuthority("corporate-ca", NOW);
    private static final CertificateAuthority OTHER = new CertificateAuthority("other-ca", NOW);
    private static final Connections CONNECTIONS = new Connections(Clock.systemUTC());

    @Test
    void trustsWhatTheGivenAuthoritySigned() throws Exception {
        try (var server = serving(CA.server("api", List.of("127.0.0.1", "api.example.com"), NOW))) {
            var report = inspect(server, CA.certificate());
            assertThat(report.verdict()).isEqualTo(TlsReport.Verdict.TRUSTED);
            assertThat(report.missingIssuer()).isNull();
            assertThat(report.chain()).singleElement().satisfies(served -> {
                assertThat(served.subject()).isEqualTo("CN=api");
                assertThat(served.issuer()).isEqualTo("CN=corporate-ca");
                assertThat(served.names()).containsExactlyInAnyOrder("127.0.0.1", "api.example.com");
                assertThat(served.notAfter()).isAfter(NOW.plus(Duration.ofDays(3000)));
                assertThat(served.sha256()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
                assertThat(PemCertificates.read(served.pem())).hasSize(1);
            });
            assertThat(version(access(server, CA.certificate(), null))).isEqualTo("v1.34.2+k3s1");
        }
    }

    @Test
    void namesTheMissingIssuer() throws Exception {
        try (var server = serving(CA.server("api", List.of("127.0.0.1"), NOW))) {
            for (var ca : new @Nullable String[] {null, OTHER.certificate()}) {
                var report = inspect(server, ca);
                assertThat(report.verdict()).isEqualTo(TlsReport.Verdict.UNTRUSTED);
                assertThat(report.missingIssuer()).isEqualTo("CN=corporate-ca");
                assertThat(report.words()).isNotBlank();
                assertTlsFailure(access(server, ca, null), "certification path");
            }
        }
    }

    @Test
    void seesCertificatesForAnotherHost() throws Exception {
        try (var server = serving(CA.server("api", List.of("10.9.8.7", "*.example.com"), NOW))) {
            assertThat(inspect(server, CA.certificate()).verdict()).isEqualTo(TlsReport.Verdict.WRONG_HOST);
            assertTlsFailure(access(server, CA.certificate(), null), "127.0.0.1");
        }
    }

    @Test
    void takesAnotherNameWhenToldTo() throws Exception {
        try (var server = serving(CA.server("api", List.of("*.example.com"), NOW))) {
            var named = access(server, CA.certificate(), "api.example.com");
            assertThat(CONNECTIONS.inspectTls(named, Duration.ofSeconds(3)).verdict())
                    .isEqualTo(TlsReport.Verdict.TRUSTED);
            assertThat(version(named)).isEqualTo("v1.34.2+k3s1");

            var wrong = access(server, CA.certificate(), "api.example.org");
            assertThat(CONNECTIONS.inspectTls(wrong, Duration.ofSeconds(3)).verdict())
                    .isEqualTo(TlsReport.Verdict.WRONG_HOST);
            assertTlsFailure(wrong, "example.org");
        }
    }

    @Test
    void seesExpiredCertificates() throws Exception {
        try (var server = serving(CA.server("api", List.of("127.0.0.1"), NOW.minus(Duration.ofDays(4000))))) {
            assertThat(inspect(server, CA.certificate()).verdict()).isEqualTo(TlsReport.Verdict.EXPIRED);
            assertTlsFailure(access(server, CA.certificate(), null), "NotAfter");
        }
    }

    @Test
    void saysWhenThereIsNoTlsAtAll() throws Exception {
        try (var server = TinyServer.bytes("https", "HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThatThrownBy(() -> inspect(server, null))
                    .isInstanceOfSatisfying(
                            ConnectionFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.GARBAGE));
        }
        assertThatThrownBy(() ->
                        CONNECTIONS.inspectTls(URI.create("https://no-such-host.invalid"), null, Duration.ofSeconds(3)))
                .isInstanceOfSatisfying(
                        ConnectionFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.UNKNOWN_HOST));
    }

    @Test
    void matchesNamesLikeBrowsersDo() throws Exception {
        var certificate = PemCertificates.read(CA.server("api", List.of("*.example.com", "10.0.0.1", "Api.Local"), NOW)
                        .certificate())
                .getFirst();
        assertThat(List.of("a.example.com", "A.EXAMPLE.COM", "10.0.0.1", "api.local"))
                .allMatch(host -> HostNames.match(certificate, host));
        assertThat(List.of("example.com", "a.b.example.com", ".example.com", "10.0.0.2", "api", "x.local"))
                .noneMatch(host -> HostNames.match(certificate, host));
    }

    private static TinyServer serving(Identity identity) {
        return TinyServer.https(
                identity, null, exchange -> TinyServer.respond(exchange, 200, "application/json", TinyServer.VERSION));
    }

    private static KubeAccess access(TinyServer server, @Nullable String ca, @Nullable String name) {
        return new KubeAccess(server.address(), ca, new Credentials.BearerToken("abc"), name, null);
    }

    private static TlsReport inspect(TinyServer server, @Nullable String ca) {
        return CONNECTIONS.inspectTls(server.address(), ca, Duration.ofSeconds(3));
    }

    private static String version(KubeAccess access) {
        try (var connection = CONNECTIONS.open(access, Timeouts.SHORT)) {
            return connection.serverInfo().version();
        }
    }

    private static void assertTlsFailure(KubeAccess access, String words) {
        assertThatThrownBy(() -> version(access)).isInstanceOfSatisfying(ConnectionFailed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.TLS);
            assertThat(failed.problem().words()).contains(words);
        });
    }
}

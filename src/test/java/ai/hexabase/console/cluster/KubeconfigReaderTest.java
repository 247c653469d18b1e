package ai.hexabase.console.cluster;

import static ai.hexabase.console.cluster.SampleKubeconfig.ADMIN;
import static ai.hexabase.console.cluster.SampleKubeconfig.CERTIFICATE;
import static ai.hexabase.console.cluster.SampleKubeconfig.CLUSTER;
import static ai.hexabase.console.cluster.SampleKubeconfig.CURVE;
import static ai.hexabase.console.cluster.SampleKubeconfig.NOW;
import static ai.hexabase.console.cluster.SampleKubeconfig.base64;
import static ai.hexabase.console.cluster.SampleKubeconfig.of;
import static ai.hexabase.console.cluster.SampleKubeconfig.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KubeconfigReaderTest {
    @Test
    void aCompleteContextIsUsable() {
        var config = read(of(CLUSTER + ", tls-server-name: api.example, proxy-url: 'http://proxy:3128'", CERTIFICATE));
        var context = config.preferred();
        assertThat(context.name()).isEqualTo("prod");
        assertThat(context.outcome()).isInstanceOfSatisfying(Kubeconfig.Usable.class, usable -> {
            assertThat(usable.access().server()).hasToString("https://10.0.0.5:6443");
            assertThat(usable.access().caPem()).contains("BEGIN CERTIFICATE");
            assertThat(usable.access().tlsServerName()).isEqualTo("api.example");
            assertThat(usable.access().proxy()).hasToString("http://proxy:3128");
            assertThat(usable.access().credentials())
                    .isEqualTo(new Credentials.ClientCertificate(ADMIN.certificate(), ADMIN.key()));
            assertThat(usable.expiresAt())
                    .isCloseTo(
                            NOW.plus(Duration.ofDays(9)),
                            org.assertj.core.api.Assertions.within(2, ChronoUnit.MINUTES));
        });
        assertThat(config.access("prod").toString()).doesNotContain("BEGIN");
    }

    @Test
    void aTokenTellsItsEndWhenItIsAJwt() {
        var end = NOW.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var jwt = read(of(CLUSTER, "token: " + SampleKubeconfig.token(end)));
        assertThat(((Kubeconfig.Usable) jwt.preferred().outcome()).expiresAt()).isEqualTo(end);
        var opaque = read(of(CLUSTER, "token: abc.def"));
        assertThat(((Kubeconfig.Usable) opaque.preferred().outcome()).expiresAt())
                .isNull();
    }

    @Test
    void keysOfEveryCommonFormFitTheirCertificate() {
        var curve =
                "client-certificate-data: " + base64(CURVE.certificate()) + ", client-key-data: " + base64(CURVE.key());
        assertThat(read(of(CLUSTER, curve)).preferred().outcome()).isInstanceOf(Kubeconfig.Usable.class);
    }

    @Test
    void oneBadContextDoesNotSpoilTheOthers() {
        var config = read("""
                current-context: broken
                contexts:
                - {name: broken, context: {cluster: c, user: nobody}}
                - {name: fine, context: {cluster: c, user: u}}
                clusters: [{name: c, cluster: {%s}}]
                users: [{name: u, user: {token: abc}}]
                """.formatted(CLUSTER));
        assertThat(config.preferred().name()).isEqualTo("broken");
        assertThat(config.context("broken").orElseThrow().outcome())
                .isEqualTo(new Kubeconfig.Refused(List.of(Problem.of("kubeconfig-user-missing", "broken", "nobody"))));
        assertThat(config.access("fine").server()).hasToString("https://10.0.0.5:6443");
        assertThatThrownBy(() -> config.access("broken")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> config.access("none")).hasMessageContaining("kubeconfig-context-unknown");
    }

    @Test
    void aContextIsRefusedForEveryReasonAtOnce() {
        var refused = (Kubeconfig.Refused) read(of(
                        "server: http://10.0.0.5:8080, insecure-skip-tls-verify: true, certificate-authority: /etc/ca",
                        "exec: {command: gke}"))
                .preferred()
                .outcome();
        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly(
                        "kubeconfig-insecure",
                        "cluster-server-not-https",
                        "kubeconfig-file-reference",
                        "kubeconfig-exec");
    }

    static Stream<Arguments> refusedContexts() {
        var cert = "client-certificate-data: " + base64(ADMIN.certificate());
        return Stream.of(
                refused("", CERTIFICATE, "kubeconfig-server-missing", "c"),
                refused("server: ''", CERTIFICATE, "kubeconfig-server-missing", "c"),
                refused("server: 'ht tp://x'", CERTIFICATE, "cluster-server-invalid", "ht tp://x"),
                refused("server: 'file:///etc/passwd'", CERTIFICATE, "cluster-server-invalid", "file:///etc/passwd"),
                refused("server: 'https://u:p@h:6443'", CERTIFICATE, "cluster-server-invalid", "https://h"),
                refused("server: 'https://h:6443/?a=b'", CERTIFICATE, "cluster-server-invalid", "https://h:6443/?a=b"),
                refused("server: 'http://h:8080'", CERTIFICATE, "cluster-server-not-https", "http://h:8080"),
                refused(
                        "server: 'https://169.254.169.254'",
                        CERTIFICATE,
                        "cluster-server-forbidden",
                        "169.254.169.254"),
                refused("server: 'https://[fe80::1]:6443'", CERTIFICATE, "cluster-server-forbidden", "[fe80::1]"),
                refused(
                        "server: 'https://[fd00:ec2::254]'",
                        CERTIFICATE,
                        "cluster-server-forbidden",
                        "[fd00:ec2::254]"),
                refused(
                        "server: 'https://100.100.100.200'",
                        CERTIFICATE,
                        "cluster-server-forbidden",
                        "100.100.100.200"),
                refused("server: 'https://0.0.0.0:6443'", CERTIFICATE, "cluster-server-forbidden", "0.0.0.0"),
                refused("server: 'https://2852039166'", CERTIFICATE, "cluster-server-forbidden", "2852039166"),
                refused(CLUSTER + ", insecure-skip-tls-verify: true", CERTIFICATE, "kubeconfig-insecure", "c"),
                refused(CLUSTER + ", proxy-url: 'socks5://p:1'", CERTIFICATE, "kubeconfig-proxy-unusable", "c"),
                refused(
                        "server: 'https://h', certificate-authority: /etc/ca.crt",
                        CERTIFICATE,
                        "kubeconfig-file-reference",
                        "c",
                        "certificate-authority"),
                refused(
                        "server: 'https://h', certificate-authority-data: '%%%'",
                        CERTIFICATE, "kubeconfig-bad-base64", "c", "certificate-authority-data"),
                refused(
                        "server: 'https://h', certificate-authority-data: " + base64("no certificate"),
                        CERTIFICATE,
                        "kubeconfig-bad-pem",
                        "c",
                        "certificate-authority-data"),
                refused(CLUSTER, "", "kubeconfig-no-credentials", "u"),
                refused(CLUSTER, "exec: {command: aws, args: [eks]}", "kubeconfig-exec", "u", "aws"),
                refused(CLUSTER, "exec: nonsense", "kubeconfig-exec", "u", "?"),
                refused(CLUSTER, "auth-provider: {name: oidc}", "kubeconfig-auth-provider", "u", "oidc"),
                refused(CLUSTER, "username: a, password: b", "kubeconfig-basic-auth", "u"),
                refused(CLUSTER, "token: t, as: root", "kubeconfig-impersonation", "u"),
                refused(CLUSTER, "tokenFile: /etc/shadow", "kubeconfig-file-reference", "u", "tokenFile"),
                refused(
                        CLUSTER,
                        "client-certificate: /a, client-key-data: " + base64(ADMIN.key()),
                        "kubeconfig-file-reference",
                        "u",
                        "client-certificate"),
                refused(CLUSTER, cert, "kubeconfig-half-a-pair", "u", "client-key-data"),
                refused(
                        CLUSTER,
                        "client-key-data: " + base64(ADMIN.key()),
                        "kubeconfig-half-a-pair",
                        "u",
                        "client-certificate-data"),
                refused(CLUSTER, cert + ", client-key-data: ü", "kubeconfig-bad-base64", "u", "client-key-data"),
                refused(
                        CLUSTER,
                        cert + ", client-key-data: " + base64("nothing"),
                        "kubeconfig-bad-pem",
                        "u",
                        "client-key-data"),
                refused(
                        CLUSTER,
                        cert + ", client-key-data: " + base64("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA=="),
                        "kubeconfig-key-encrypted",
                        "u"),
                refused(CLUSTER, cert + ", client-key-data: " + base64(CURVE.key()), "kubeconfig-key-mismatch", "u"),
                refused(CLUSTER, cert + ", client-key-data: " + base64(other().key()), "kubeconfig-key-mismatch", "u"),
                refused(CLUSTER, "token: 'two words'", "kubeconfig-bad-token", "u"),
                refused(CLUSTER, "token: \"line\\r\\nX-Evil: 1\"", "kubeconfig-bad-token", "u"));
    }

    private static ai.hexabase.console.fleet.Identity other() {
        return SampleKubeconfig.AUTHORITY.client("other", List.of(), NOW, Duration.ofDays(1));
    }

    private static Arguments refused(String cluster, String user, String code, Object... args) {
        return Arguments.of(cluster, user, Problem.of(code, args));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("refusedContexts")
    void aContextIsRefusedWithTheObjectsName(String cluster, String user, Problem expected) {
        assertThat(read(of(cluster, user)).preferred().outcome()).isEqualTo(new Kubeconfig.Refused(List.of(expected)));
    }

    static Stream<Arguments> hostileDocuments() {
        return Stream.of(
                Arguments.of("", "kubeconfig-empty"),
                Arguments.of("  \n\n", "kubeconfig-empty"),
                Arguments.of("just words", "kubeconfig-not-a-mapping"),
                Arguments.of("[1, 2]", "kubeconfig-not-a-mapping"),
                Arguments.of("a: [b: c", "kubeconfig-not-yaml"),
                Arguments.of("\tkind: Config", "kubeconfig-not-yaml"),
                Arguments.of("a: 1\na: 2", "kubeconfig-not-yaml"),
                Arguments.of("a: \u0000", "kubeconfig-not-yaml"),
                Arguments.of("a: *nobody", "kubeconfig-not-yaml"),
                Arguments.of("a: 1\n---\nb: 2", "kubeconfig-several-documents"),
                Arguments.of("kind: Secret", "kubeconfig-wrong-kind"),
                Arguments.of("kind: Config", "kubeconfig-no-contexts"),
                Arguments.of("contexts: {a: b}", "kubeconfig-list-malformed"),
                Arguments.of("contexts: [1]", "kubeconfig-list-malformed"),
                Arguments.of("contexts: [{context: {}}]", "kubeconfig-list-malformed"),
                Arguments.of("users: nobody", "kubeconfig-list-malformed"),
                Arguments.of("a: " + "[".repeat(60) + "]".repeat(60), "kubeconfig-aliases"),
                Arguments.of("a: " + "[".repeat(20_000), "kubeconfig-aliases"),
                Arguments.of(billionLaughs(), "kubeconfig-aliases"),
                Arguments.of("a: &a [*a]", "kubeconfig-no-contexts"),
                Arguments.of("#" + "x".repeat(KubeconfigText.MAX_BYTES), "kubeconfig-too-large"));
    }

    private static String billionLaughs() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 9; level++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(9)));
        }
        return yaml.toString();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("hostileDocuments")
    void aDocumentThatIsNoKubeconfigIsAProblem(String text, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void bytesThatAreNoUtf8AreAProblem() {
        assertThatThrownBy(() -> KubeconfigReader.read("kind: é".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("kubeconfig-not-utf8");
        assertThatThrownBy(() -> KubeconfigReader.read("kind: Config".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("kubeconfig-not-utf8");
    }

    @Test
    void aByteOrderMarkIsNoObstacle() {
        assertThat(read("\uFEFF" + of(CLUSTER, CERTIFICATE)).contexts()).hasSize(1);
    }

    @Test
    void noProblemQuotesASecret() {
        assertThatThrownBy(() -> read("users: [{name: u, user: {token: hunter2-hunter2"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().toString()).doesNotContain("hunter2");
                    assertThat(refused).message().doesNotContain("hunter2");
                });
        var outcome = read(of(CLUSTER, "token: 'hunter2 hunter2'")).preferred().outcome();
        assertThat(outcome.toString()).doesNotContain("hunter2");
    }

    @Test
    void contextsNamesNeedNotBeWellBehaved() {
        var config = read("""
                contexts: [{name: 42, context: {cluster: 1, user: 2}}, {name: '<script>', context: nothing}]
                clusters: [{name: 1, cluster: {%s}}]
                users: [{name: 2, user: {token: abc}}]
                """.formatted(CLUSTER));
        assertThat(config.context("42").orElseThrow().outcome()).isInstanceOf(Kubeconfig.Usable.class);
        assertThat(config.context("<script>").orElseThrow().outcome())
                .isEqualTo(new Kubeconfig.Refused(List.of(
                        Problem.of("kubeconfig-context-incomplete", "<script>", "cluster"),
                        Problem.of("kubeconfig-context-incomplete", "<script>", "user"))));
    }
}

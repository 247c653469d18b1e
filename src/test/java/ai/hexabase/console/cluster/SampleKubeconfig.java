package ai.hexabase.console.cluster;

import ai.hexabase.console.fleet.CertificateAuthority;
import ai.hexabase.console.fleet.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Kubeconfigs as they come, and parts of them. */
final class SampleKubeconfig {
    static final Instant NOW = Instant.parse("2026-11-24T05:31:00Z");
    static final CertificateAuthority AUTHORITY = new CertificateAuthority("company-ca", NOW);
    static final Identity ADMIN =
            AUTHORITY.client("misaki", List.of("system:masters"), NOW.minusSeconds(60), Duration.ofDays(9));
    static final Identity CURVE =
            AUTHORITY.curveClient("misaki", List.of("system:masters"), NOW.minusSeconds(60), Duration.ofDays(9));
    static final String CLUSTER =
            "server: https://10.0.0.5:6443, certificate-authority-data: " + base64(AUTHORITY.certificate());
    static final String CERTIFICATE =
            "client-certificate-data: " + base64(ADMIN.certificate()) + ", client-key-data: " + base64(ADMIN.key());

    private SampleKubeconfig() {}

    /** One context {@code prod} of cluster {@code c} and user {@code u} with these flow-style fields. */
    static String of(String cluster, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: prod
                contexts: [{name: prod, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {%s}}]
                users: [{name: u, user: {%s}}]
                """.formatted(cluster, user);
    }

    static Kubeconfig read(String text) {
        return KubeconfigReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A token that ends then; its signature is nobody's. */
    static String token(Instant end) {
        var claims = "{\"exp\":" + end.getEpochSecond() + "}";
        return "eyJhbGciOiJub25lIn0."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl";
    }
}

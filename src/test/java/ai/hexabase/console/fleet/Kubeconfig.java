package ai.hexabase.console.fleet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Kubeconfig texts with everything embedded, no file references. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String withCertificate(String cluster, URI url, String authority, Identity user) {
        return text(
                cluster,
                url,
                authority,
                "client-certificate-data: " + base64(user.certificate()) + "\n    client-key-data: "
                        + base64(user.key()));
    }

    static String withToken(String cluster, URI url, String authority, String token) {
        return text(cluster, url, authority, "token: " + token);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String cluster, URI url, String authority, String credentials) {
        return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: %1$s
          cluster:
            server: %2$s
            certificate-authority-data: %3$s
        users:
        - name: %1$s
          user:
            %4$s
        contexts:
        - name: %1$s
          context:
            cluster: %1$s
            user: %1$s
        current-context: %1$s
        """.formatted(cluster, url, base64(authority), credentials);
    }
}

package ai.hexabase.console.cluster;

import static ai.hexabase.console.cluster.KubeconfigReader.text;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.common.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry under {@code clusters} of a kubeconfig. */
record KubeconfigCluster(String name, Map<?, ?> fields) {
    @Nullable
    URI server(List<Problem> problems) {
        if (Boolean.parseBoolean(text(fields, "insecure-skip-tls-verify"))) {
            problems.add(Problem.of("kubeconfig-insecure", name));
        }
        var server = text(fields, "server");
        if (server == null) {
            problems.add(Problem.of("kubeconfig-server-missing", name));
            return null;
        }
        return switch (ServerAddress.check(server)) {
            case ServerAddress.Accepted accepted -> accepted.server();
            case ServerAddress.Rejected rejected -> {
                problems.add(rejected.problem());
                yield null;
            }
        };
    }

    @Nullable
    String authorities(List<Problem> problems) {
        if (text(fields, "certificate-authority") != null && text(fields, "certificate-authority-data") == null) {
            problems.add(Problem.of("kubeconfig-file-reference", name, "certificate-authority"));
            return null;
        }
        var pem = Pem.decode(fields, "certificate-authority-data", name, problems);
        if (pem != null && PemCertificates.readable(pem).isEmpty()) {
            problems.add(Problem.of("kubeconfig-bad-pem", name, "certificate-authority-data"));
        }
        return pem;
    }

    @Nullable
    String tlsServerName() {
        return text(fields, "tls-server-name");
    }

    @Nullable
    URI proxy(List<Problem> problems) {
        var proxy = text(fields, "proxy-url");
        if (proxy == null) {
            return null;
        }
        try {
            var uri = new URI(proxy);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below; the exception would quote a password standing in the address.
        }
        problems.add(Problem.of("kubeconfig-proxy-unusable", name));
        return null;
    }
}

package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads what Kubernetes puts into a pod for its service account. */
record ServiceAccountAccess(Path folder, Map<String, String> environment) {
    static ServiceAccountAccess ofThisPod() {
        return new ServiceAccountAccess(Path.of("/var/run/secrets/kubernetes.io/serviceaccount"), System.getenv());
    }

    KubeAccess read() {
        var host = environment.get("KUBERNETES_SERVICE_HOST");
        var token = folder.resolve("token");
        if (host == null || host.isBlank() || !Files.isReadable(token)) {
            throw new ProblemException(Problem.of("kube-not-in-cluster"));
        }
        var port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        var server = URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        try {
            return KubeAccess.of(server, Files.readString(folder.resolve("ca.crt")), new Credentials.TokenFile(token));
        } catch (IOException unreadable) {
            throw new ProblemException(Problem.of("kube-not-in-cluster").saying(unreadable.getMessage()), unreadable);
        }
    }
}

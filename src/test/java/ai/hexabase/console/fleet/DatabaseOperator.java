package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The real CloudNativePG operator as a process beside one control plane: a Cluster is defaulted, validated and
 * reconciled by the operator itself, up to the point where it wants to talk to a PostgreSQL that no simulated pod has.
 */
final class DatabaseOperator {
    private static final Pattern SERVICE =
            Pattern.compile("    service:\\s+name: webhook-service\\s+namespace: system\\s+path: (\\S+)");
    private static final List<String> KINDS = List.of(
            "backups",
            "clusterimagecatalogs",
            "clusters",
            "databases",
            "failoverquorums",
            "imagecatalogs",
            "poolers",
            "publications",
            "scheduledbackups",
            "subscriptions");
    private static final Duration START = Duration.ofSeconds(60);

    private final FleetGround ground;
    private final int port = Ports.free();
    private final FleetProcess process;

    private DatabaseOperator(ControlPlane plane) {
        this.ground = plane.ground();
        this.process = start(plane, port);
    }

    static DatabaseOperator install(FleetCluster cluster, ControlPlane plane) {
        FleetParts parts = plane.ground().parts();
        cluster.apply(parts.shared("cnpg-definitions.yaml"));
        // an operator that starts before all its kinds are served ends at once
        Waiting.until(START, () -> served(cluster), () -> "not all of the operator's definitions are served");
        cluster.tryKubectl("create", "namespace", "cnpg-system");
        var operator = new DatabaseOperator(plane);
        operator.awaitWebhooks();
        cluster.apply(webhooks(parts, cluster.authority(), operator.port));
        return operator;
    }

    /** Kills it and starts it again at the same port; waits until its webhooks answer. */
    void restart() {
        process.restart();
        awaitWebhooks();
    }

    private void awaitWebhooks() {
        process.await(
                START,
                "its webhook port answers",
                () -> ground.answers(URI.create("https://127.0.0.1:" + port + "/readyz")));
    }

    /** Says of every database what the operator would say of a healthy one; simulated pods never let it get there. */
    static FleetProcess speakForPostgres(ControlPlane plane) {
        var ground = plane.ground();
        var environment = Map.of(
                "KUBECONFIG",
                plane.kubeconfigFile().toString(),
                "KUBECTL",
                ground.parts().binary("kubectl"));
        var script = Path.of("src/test/fleet/cnpg/healthy.sh").toAbsolutePath().toString();
        return FleetProcess.start(
                "healthy-databases", plane.folder(), ground.ledger(), environment, List.of("/bin/sh", script));
    }

    private static boolean served(FleetCluster cluster) {
        KubectlResult kinds = cluster.tryKubectl("get", "--raw", "/apis/postgresql.cnpg.io/v1");
        return kinds.ok() && KINDS.stream().allMatch(kind -> kinds.output().contains("\"" + kind + "\""));
    }

    private static FleetProcess start(ControlPlane plane, int port) {
        FleetGround ground = plane.ground();
        Path folder = plane.folder().resolve("cnpg");
        // the operator looks for its own binaries of every architecture beside its working directory
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path binary = folder.resolve("operator/manager_" + architecture);
        try {
            Files.createDirectories(binary.getParent());
            Files.createSymbolicLink(binary, Path.of(ground.parts().binary("cnpg-manager")));
            Path certificates = Files.createDirectories(folder.resolve("certificates"));
            copy(ground.keys().file("serving.crt"), certificates.resolve("apiserver.crt"));
            copy(ground.keys().file("serving.key"), certificates.resolve("apiserver.key"));
            var environment = Map.of(
                    "KUBECONFIG", plane.kubeconfigFile().toString(),
                    "OPERATOR_NAMESPACE", "cnpg-system",
                    "OPERATOR_DEPLOYMENT_NAME", "cnpg-controller-manager",
                    "OPERATOR_IMAGE_NAME", "cloudnative-pg:1.27.0",
                    "WEBHOOK_CERT_DIR", certificates.toString());
            return FleetProcess.start(
                    "cnpg-manager",
                    folder,
                    ground.ledger(),
                    environment,
                    List.of(
                            ground.parts().binary("cnpg-manager"),
                            "controller",
                            "--webhook-port=" + port,
                            "--metrics-bind-address=127.0.0.1:" + Ports.free()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String webhooks(FleetParts parts, String authority, int port) {
        String direct = "    url: https://127.0.0.1:" + port + "$1\n    caBundle: " + Kubeconfig.base64(authority);
        return SERVICE.matcher(parts.shared("cnpg-webhooks.yaml"))
                .replaceAll(direct)
                .replace("name: mutating-webhook-configuration", "name: cnpg-mutating-webhook-configuration")
                .replace("name: validating-webhook-configuration", "name: cnpg-validating-webhook-configuration");
    }

    private static void copy(String from, Path to) throws IOException {
        Files.copy(Path.of(from), to, StandardCopyOption.REPLACE_EXISTING);
    }
}

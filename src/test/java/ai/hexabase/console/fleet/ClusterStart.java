package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Brings one cluster from nothing to ready nodes. */
final class ClusterStart {
    private static final Pattern READY = Pattern.compile("True");

    private ClusterStart() {}

    static FleetCluster start(FleetGround ground, String name, Nodes nodes) {
        var plane = new ControlPlane(ground, name);
        var kubectl = new Kubectl(ground.parts().binary("kubectl"), plane.kubeconfigFile(), plane.folder());
        var log = new ContainerLog(plane.logFile(), ground.clock());
        var cluster = new FleetCluster(name, plane, kubectl, log);
        write(plane.kubeconfigFile(), cluster.kubeconfig());
        write(
                plane.folder().resolve("kwok.yaml"),
                KwokConfig.text(
                        ground.parts(), plane.logFile(), !ground.ledger().detached()));
        plane.startApiServer();
        plane.startControllers();
        plane.startKubelets();
        cluster.apply(ground.parts().shared("kwok-storage-class.yaml"));
        cluster.apply(ground.parts().own("kwok/behaviour-policy.yaml"));
        cluster.apply(nodes.manifests("region-" + name));
        Waiting.until(Duration.ofSeconds(60), () -> usable(cluster, nodes.count()), () -> name + " has no ready nodes");
        return cluster;
    }

    private static boolean usable(FleetCluster cluster, int nodes) {
        String ready = cluster.kubectl(
                "get", "nodes", "-o", "jsonpath={.items[*].status.conditions[?(@.type==\"Ready\")].status}");
        return READY.matcher(ready).results().count() == nodes
                && cluster.tryKubectl("get", "serviceaccount", "default", "--namespace=default")
                        .ok();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

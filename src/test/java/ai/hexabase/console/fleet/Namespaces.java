package ai.hexabase.console.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes a used cluster as good as new for the next test. */
final class Namespaces {
    private static final Set<String> KEPT = Set.of("default", "cnpg-system");

    private Namespaces() {}

    static void reset(FleetCluster cluster) {
        List<String> used = cluster.kubectl("get", "namespaces", "-o", "name")
                .lines()
                .map(name -> name.substring("namespace/".length()))
                .filter(name -> !KEPT.contains(name) && !name.startsWith("kube-"))
                .toList();
        // with pods in it, a namespace takes ten seconds to go instead of five
        used.forEach(namespace -> empty(cluster, namespace));
        if (!used.isEmpty()) {
            var delete = new ArrayList<>(List.of("delete", "namespaces", "--wait", "--timeout=120s"));
            delete.addAll(used);
            cluster.kubectl(delete.toArray(String[]::new));
        }
        empty(cluster, "default");
        cluster.kubectl("delete", "persistentvolumeclaims", "--all", "--namespace=default", "--timeout=60s");
        for (String label :
                List.of("fleet.hexabase.ai/throwaway=true", "app.kubernetes.io/managed-by=hexabase-console")) {
            cluster.kubectl("delete", "clusterroles,clusterrolebindings", "--selector=" + label, "--wait");
        }
    }

    private static void empty(FleetCluster cluster, String namespace) {
        cluster.kubectl(
                "delete",
                "deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,pods",
                "--all",
                "--namespace=" + namespace,
                "--force",
                "--grace-period=0",
                "--wait=false");
    }
}

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
        if (!used.isEmpty()) {
            var delete = new ArrayList<>(List.of("delete", "namespaces", "--wait", "--timeout=120s"));
            delete.addAll(used);
            cluster.kubectl(delete.toArray(String[]::new));
        }
        cluster.kubectl(
                "delete",
                "deployments,statefulsets,daemonsets,jobs,cronjobs,pods,persistentvolumeclaims",
                "--all",
                "--namespace=default",
                "--wait",
                "--timeout=120s");
        for (String label :
                List.of("fleet.hexabase.ai/throwaway=true", "app.kubernetes.io/managed-by=hexabase-console")) {
            cluster.kubectl("delete", "clusterroles,clusterrolebindings", "--selector=" + label, "--wait");
        }
    }
}

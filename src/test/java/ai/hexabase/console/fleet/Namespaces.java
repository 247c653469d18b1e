package ai.hexabase.console.fleet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a used cluster as good as new for the next test. */
final class Namespaces {
    private static final Set<String> KEPT = Set.of("default", "cnpg-system");

    private static final int MOST_NUDGES = 6;

    private Namespaces() {}

    static void reset(ClusterAccess cluster) {
        List<String> used = cluster.kubectl("get", "namespaces", "-o", "name")
                .lines()
                .map(name -> name.substring("namespace/".length()))
                .filter(name -> !KEPT.contains(name) && !name.startsWith("kube-"))
                .toList();
        if (!used.isEmpty()) {
            delete(cluster, used);
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

    private static void delete(ClusterAccess cluster, List<String> namespaces) {
        // those a test has deleted itself may go between the two questions
        cluster.kubectl(with(namespaces, "delete", "namespaces", "--wait=false", "--ignore-not-found"));
        var gone = with(namespaces, "wait", "namespaces", "--for=delete", "--timeout=20s");
        for (int nudges = 0; !cluster.tryKubectl(gone).ok(); nudges++) {
            if (nudges == MOST_NUDGES) {
                throw new FleetException("not gone after " + nudges + " nudges: " + namespaces);
            }
            // a controller that has just started sometimes loses sight of one; any change brings it back
            cluster.tryKubectl(
                    with(namespaces, "annotate", "namespaces", "--overwrite", "fleet.hexabase.ai/nudge=" + nudges));
        }
    }

    private static String[] with(List<String> names, String... command) {
        return Stream.concat(
                        Stream.of(command).limit(2),
                        Stream.concat(names.stream(), Stream.of(command).skip(2)))
                .toArray(String[]::new);
    }
}

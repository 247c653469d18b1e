package ai.hexabase.console.fleet;

import java.nio.file.Path;

/** The simulated kubelets' configuration: stages of nodes, volumes and pods, and where logs and exec go. */
final class KwokConfig {
    private static final String BEHAVIOUR = ".metadata.annotations[\"" + PodBehaviour.KEY + "\"]"
            + " // .metadata.labels[\"" + PodBehaviour.KEY + "\"]"
            + " // (if any(.spec.containers[]; .image | contains(\"no-such\")) then \"image-pull-error\" else \"@OTHERWISE@\" end)";

    private KwokConfig() {}

    /** Unhurried pods take 2 to 6 seconds to start, for eyes; hurried ones none, for tests. */
    static String text(FleetParts parts, Path containerLog, boolean hurried) {
        String stages = parts.own("kwok/pod-stages.yaml")
                .replace("@BEHAVIOUR@", BEHAVIOUR)
                .replace("@OTHERWISE@", hurried ? "ordinary" : "slow-start")
                .replace("@SLOW@", hurried ? "5000" : "2000")
                .replace("@SLOWEST@", hurried ? "5000" : "6000");
        return parts.shared("kwok-stages.yaml") + "\n" + stages + """
        ---
        apiVersion: kwok.x-k8s.io/v1alpha1
        kind: ClusterLogs
        metadata: {name: containers}
        spec:
          logs:
          - logsFile: %1$s
            previousLogsFile: %1$s
            follow: true
        ---
        apiVersion: kwok.x-k8s.io/v1alpha1
        kind: ClusterAttach
        metadata: {name: containers}
        spec:
          attaches:
          - logsFile: %1$s
        ---
        apiVersion: kwok.x-k8s.io/v1alpha1
        kind: ClusterExec
        metadata: {name: containers}
        spec:
          execs:
          - local: {workDir: %2$s}
        """.formatted(containerLog, containerLog.getParent());
    }
}

package ai.hexabase.console.status;

import java.util.Map;

/** Pods with which something is wrong, each named after it, and what the console is to say of each. */
final class PodTroubles {
    /** The state that each pod comes to, by the end of the reason's key. */
    static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("no-image", "image-missing"),
            Map.entry("no-secret", "image-no-secret"),
            Map.entry("wrong-secret", "image-denied"),
            Map.entry("crashes", "crash-loop"),
            Map.entry("eats-memory", "memory-loop"),
            Map.entry("unready", "waits-for-readiness"),
            Map.entry("deaf", "crash-loop"),
            Map.entry("no-key", "config-key-missing"),
            Map.entry("no-config", "config-missing"),
            Map.entry("no-program", "program-missing"),
            Map.entry("root", "runs-as-root"),
            Map.entry("preparation", "init-crash-loop"),
            Map.entry("too-large", "no-cpu"),
            Map.entry("no-volume", "no-volume"),
            Map.entry("fills-disk", "evicted-own-disk"));

    private static final String BUSYBOX = "image: fleet/busybox:1, ";
    private static final String SLEEPING = BUSYBOX + "command: [sleep, '600'], ";
    private static final String PRIVATE = "image: private.test/fleet/busybox:1";

    static final String MANIFESTS = pod("no-image", "image: fleet/no-such:1")
            + pod("no-secret", PRIVATE)
            + pod("wrong-secret", PRIVATE, "imagePullSecrets: [{name: wrong}]")
            + pod("crashes", BUSYBOX + "command: [sh, -c, 'echo no licence; exit 3']")
            + pod("eats-memory", "image: hexabase/control-plane:1.6.2-eats-memory, resources: {limits: {memory: 48Mi}}")
            + pod("unready", SLEEPING + "readinessProbe: {exec: {command: [cat, /nothing]}, periodSeconds: 2}")
            + pod("deaf", SLEEPING + "livenessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1, failureThreshold: 1}")
            + pod("no-key", SLEEPING + "env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: absent}}}]")
            + pod("no-config", SLEEPING + "env: [{name: A, valueFrom: {configMapKeyRef: {name: absent, key: mode}}}]")
            + pod("no-program", BUSYBOX + "command: [/bin/no-such-program]")
            + pod("root", SLEEPING + "securityContext: {runAsNonRoot: true}")
            + pod(
                    "preparation",
                    SLEEPING,
                    "initContainers: [{name: migrate, " + BUSYBOX + "command: [sh, -c, exit 2]}]")
            + pod("too-large", SLEEPING + "resources: {requests: {cpu: '64'}}")
            + pod("no-volume", SLEEPING, "volumes: [{name: data, persistentVolumeClaim: {claimName: huge}}]")
            + pod(
                    "fills-disk",
                    BUSYBOX + "command: [sh, -c, 'busybox dd if=/dev/zero of=/full/file bs=1M count=8; sleep 600'],"
                            + " volumeMounts: [{name: full, mountPath: /full}]",
                    "volumes: [{name: full, emptyDir: {sizeLimit: 1Mi}}]")
            + """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: huge, namespace: trouble}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 900Gi}}
            """;

    /** Deployments whose pods are not even made: one for want of quota, one for the namespace's pod security. */
    static final String KEPT_OUT = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: full}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: pods, namespace: full}
            spec: {hard: {pods: 0}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: strict, labels: {pod-security.kubernetes.io/enforce: restricted}}
            """ + deployment("over-quota", "full") + deployment("privileged", "strict");

    /** A pod with which nothing is wrong. */
    static final String CALM = pod("calm", SLEEPING);

    private PodTroubles() {}

    private static String deployment(String name, String namespace) {
        return """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %s, namespace: %s}
            spec:
              selector: {matchLabels: {app: %1$s}}
              template:
                metadata: {labels: {app: %1$s}}
                spec:
                  containers: [{name: main, %s}]
            """.formatted(name, namespace, SLEEPING);
    }

    private static String pod(String name, String container, String... rest) {
        return """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: trouble}
            spec:
              terminationGracePeriodSeconds: 1
              containers: [{name: main, %s}]
            """.formatted(name, container) + (rest.length == 0 ? "" : "  " + rest[0] + "\n");
    }
}

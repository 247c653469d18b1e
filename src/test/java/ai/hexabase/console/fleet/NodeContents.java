package ai.hexabase.console.fleet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a new cluster gets before anybody works with it: name resolution, volumes and, on request, the database operator. */
final class NodeContents {
    private static final Duration START = Duration.ofSeconds(120);
    private static final List<String> VOLUMES =
            IntStream.rangeClosed(1, 8).mapToObj(number -> "volume-" + number).toList();

    private NodeContents() {}

    static void fill(RealNode node, Machine machine) {
        node.apply(machine.node().own("node/cluster.yaml"));
        volumes(node, machine);
        node.kubectl("rollout", "status", "deployment/dns", "--namespace=kube-system", "--timeout=120s");
        Waiting.until(
                START,
                () -> node.tryKubectl("get", "serviceaccount", "default", "--namespace=default")
                        .ok(),
                () -> "the default service account is not there");
    }

    /** Empty volumes of 100 GiB each, whatever was in them. */
    static void volumes(RealNode node, Machine machine) {
        node.kubectl("delete", "persistentvolumes", "--all", "--wait", "--timeout=60s");
        machine.emptyVolumes(VOLUMES);
        node.apply(VOLUMES.stream().map(volume -> volume(machine, volume)).collect(Collectors.joining("---\n")));
    }

    private static String volume(Machine machine, String name) {
        return """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: %1$s}
        spec:
          capacity: {storage: 100Gi}
          accessModes: [ReadWriteOnce]
          persistentVolumeReclaimPolicy: Retain
          storageClassName: disk
          local: {path: %2$s/disk/volumes/%1$s}
          nodeAffinity:
            required:
              nodeSelectorTerms:
              - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node-1]}]
        """.formatted(name, machine.folder());
    }

    static void databaseOperator(RealNode node, Machine machine) {
        String image = "ghcr.io/cloudnative-pg/cloudnative-pg:1.27.0";
        String postgresql = machine.node().shared("postgresql-image").strip();
        node.apply(machine.node()
                .shared("cnpg-operator.yaml")
                .replace("controller:latest", image)
                .replace("imagePullPolicy: Always", "imagePullPolicy: IfNotPresent")
                .replace(
                        "        - name: OPERATOR_NAMESPACE",
                        "        - name: POSTGRES_IMAGE_NAME\n          value: " + postgresql
                                + "\n        - name: OPERATOR_NAMESPACE")
                // with a tenth of a core it starts so slowly that its own probes end it
                .replace(
                        "            cpu: 100m\n            memory: 200Mi",
                        "            cpu: \"1\"\n            memory: 300Mi"));
        node.kubectl(
                "rollout", "status", "deployment/cnpg-controller-manager", "--namespace=cnpg-system", "--timeout=120s");
    }
}

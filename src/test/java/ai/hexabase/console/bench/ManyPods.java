package ai.hexabase.console.bench;

import ai.hexabase.console.fleet.FleetCluster;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Ten thousand pods ({@code PODS}) of two hundred owners on a hundred simulated nodes, and a few at the top of the list to look at. */
final class ManyPods implements PodEvents {
    static final int COUNT = Integer.parseInt(System.getenv().getOrDefault("PODS", "10000"));
    static final int NODES = 100;
    static final int PROBES = 20;
    static final String NAMESPACE = "bench";

    private static final int OWNERS = 200;
    static final String PODS = "/api/v1/namespaces/" + NAMESPACE + "/pods";

    private final FleetCluster cluster;
    private final ApiWrites api;

    ManyPods(FleetCluster cluster, ApiWrites api) {
        this.cluster = cluster;
        this.api = api;
    }

    /** Makes them all and waits until they run. */
    void create() throws InterruptedException {
        cluster.kubectl("create", "namespace", NAMESPACE);
        for (var owner = 0; owner < OWNERS; owner++) {
            api.create("/apis/apps/v1/namespaces/" + NAMESPACE + "/replicasets", """
                    {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"app-%1$d"},"spec":{"replicas":0,\
                    "selector":{"matchLabels":{"owner":"%1$d"}},"template":{"metadata":{"labels":{"owner":"%1$d"}},\
                    "spec":{"containers":[{"name":"c","image":"registry.example/app:1"}]}}}}""".formatted(owner));
        }
        api.settle();
        var uids = cluster.kubectl(
                        "get",
                        "rs",
                        "-n",
                        NAMESPACE,
                        "-o",
                        "jsonpath={range .items[*]}{.metadata.name}={.metadata.uid} {end}")
                .strip()
                .split(" ");
        for (var number = 0; number < COUNT; number++) {
            var owner = uids[number % uids.length].split("=");
            api.create(PODS, """
                    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","ownerReferences":[{"apiVersion":"apps/v1",\
                    "kind":"ReplicaSet","name":"%s","uid":"%s"}]},"spec":{"nodeName":"node-%d","containers":\
                    [{"name":"c","image":"registry.example/app:1","resources":{"requests":{"cpu":"10m","memory":"16Mi"}}}]}}""".formatted(name(number), owner[0], owner[1], number % NODES + 1));
        }
        System.err.println("bench: " + api.settle() + " pods were not taken; waiting until the others run");
        while (running() < COUNT * 99 / 100) {
            Clocks.pause(Duration.ofSeconds(5));
        }
    }

    private long running() {
        return cluster.kubectl("get", "pods", "-n", NAMESPACE, "--field-selector=status.phase=Running", "-o", "name")
                .lines()
                .count();
    }

    /** The first ones stand at the top of the list. */
    private static String name(int number) {
        return number < PROBES ? "a-probe-%02d".formatted(number) : "app-%05d".formatted(number);
    }

    @Override
    public void probe(int which, int mark) throws InterruptedException {
        touch(name(which % PROBES), mark);
    }

    @Override
    public void other() throws InterruptedException {
        var random = ThreadLocalRandom.current();
        touch(name(random.nextInt(PROBES, COUNT)), random.nextInt(1, 100));
    }

    private void touch(String name, int restarts) throws InterruptedException {
        api.patchStatus(
                PODS + "/" + name,
                "{\"status\":{\"containerStatuses\":[{\"name\":\"c\",\"restartCount\":" + restarts + "}]}}");
    }

    @Override
    public void settle() throws InterruptedException {
        api.settle();
    }
}

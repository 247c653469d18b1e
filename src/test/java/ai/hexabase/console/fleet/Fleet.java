package ai.hexabase.console.fleet;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Real Kubernetes control planes side by side on this machine, with simulated nodes and pods.
 *
 * <pre>{@code
 * @RealClusters(count = 2, databaseOperator = true)
 * class RolloutIT {
 *   @Test
 *   void goesOnAfterTheApiServerRestarted(Fleet fleet) {
 *     FleetCluster cluster = fleet.cluster(1);            // named fleet-1, as its kubeconfig's context
 *     register(cluster.kubeconfig());                     // everything embedded
 *     cluster.apply("apiVersion: v1\nkind: ...");         // server-side, as manager "fleet"
 *     cluster.kubectl("get", "pods", "-A");               // throws with the API server's own words
 *     cluster.tryApply(yaml, "somebody").errors();        // a refusal as a value
 *     cluster.behave("shop", PodBehaviour.CRASH_LOOP);    // what pods created there from now on do
 *     cluster.crash();                                    // SIGKILL; restart() brings it back at the same address
 *     cluster.restart();
 *     cluster.freeze();                                   // accepts and never answers, until thaw()
 *     cluster.thaw();
 *     cluster.stopNodes();                                // lost nodes, until startNodes()
 *     cluster.compactHistory();                           // with restart(): old watches get a real 410 Gone
 *     try (TcpProxy network = cluster.proxy()) {
 *       register(cluster.proxied(network));
 *       network.cut();                                    // or goSilent(), delay(...), answerGarbage(), restore()
 *     }
 *     cluster.serviceAccountKubeconfig("ns", "deployer", "view");
 *     cluster.kubeconfigFor(cluster.issueClientCertificate(Duration.ofMinutes(1), "ann", List.of("ops")));
 *   }
 * }
 * }</pre>
 *
 * A test that breaks something mends it again: the next class gets the same clusters, with their namespaces emptied.
 * Where JUnit cannot hand it in, {@link #shared(int)} gives the same fleet.
 */
public final class Fleet implements AutoCloseable {
    private static Fleet shared;

    private final FleetGround ground;
    private final List<FleetCluster> clusters = new CopyOnWriteArrayList<>();

    private Fleet(FleetGround ground) {
        this.ground = ground;
    }

    /** The one fleet of this JVM with at least so many clusters; ended with the JVM. */
    public static synchronized Fleet shared(int count) {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "fleet-end"));
        }
        int missing = count - shared.clusters.size();
        if (missing > 0) {
            shared.add(IntStream.range(0, missing)
                    .mapToObj(i -> Nodes.threeZones())
                    .toList());
        }
        return shared;
    }

    /** An empty fleet of one's own; everything ends with {@link #close()}, or when this JVM dies. */
    public static Fleet open() {
        return new Fleet(FleetGround.prepare(Ledger.ofThisJvm(), Clock.systemUTC()));
    }

    /** An empty fleet that goes on after this JVM, working in this folder. */
    static Fleet detached(Path folder) {
        return new Fleet(FleetGround.prepare(Ledger.detached(folder), Clock.systemUTC()));
    }

    /** Starts one more cluster for each entry, all at once, and waits until their nodes are ready. */
    public synchronized List<FleetCluster> add(List<Nodes> nodes) {
        int first = clusters.size() + 1;
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<FleetCluster>> started = IntStream.range(0, nodes.size())
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> ClusterStart.start(ground, "fleet-" + (first + i), nodes.get(i)), starters))
                    .toList();
            List<FleetCluster> added =
                    started.stream().map(CompletableFuture::join).toList();
            clusters.addAll(added);
            return added;
        }
    }

    /** All clusters; the first is called fleet-1. */
    public List<FleetCluster> clusters() {
        return List.copyOf(clusters);
    }

    /** The cluster with this number, counted from 1. */
    public FleetCluster cluster(int number) {
        return clusters.get(number - 1);
    }

    /** An authority that no cluster of this fleet trusts and that signed none of their certificates. */
    public CertificateAuthority unknownAuthority() {
        return new CertificateAuthority("somebody-else", ground.clock().instant());
    }

    @Override
    public void close() {
        ground.ledger().endAll();
    }
}

package ai.hexabase.console.cluster;

import ai.hexabase.console.cluster.ConnectionReport.StageResult;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.Sight;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Connections;
import ai.hexabase.console.kube.KubeAccess;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The registered clusters. */
@Component
public class Clusters {
    private final ClusterStore store;
    private final LiveClusters live;
    private final Registration registration;
    private final Connections connections;
    private final ActingPerson person;
    private final Clock clock;

    Clusters(
            ClusterStore store,
            LiveClusters live,
            Registration registration,
            Connections connections,
            ActingPerson person,
            Clock clock) {
        this.store = store;
        this.live = live;
        this.registration = registration;
        this.connections = connections;
        this.person = person;
        this.clock = clock;
    }

    /** A running subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** All clusters that the acting person sees, by name, with their reachability right now. */
    public List<RegisteredCluster> list() {
        var all = store.list().stream();
        return (person.seesAll() ? all : mine(all)).map(this::seen).toList();
    }

    private Stream<StoredCluster> mine(Stream<StoredCluster> all) {
        var mine = person.seenClusters();
        return all.filter(cluster -> mine.contains(cluster.id()));
    }

    /** The cluster, if there is one and the acting person sees it. */
    public Optional<RegisteredCluster> find(ClusterId id) {
        return person.sees(id) ? store.find(id).map(this::seen) : Optional.empty();
    }

    private ClusterId mine(ClusterId id) {
        if (!person.sees(id)) {
            throw unknown(id);
        }
        return id;
    }

    private static ProblemException unknown(ClusterId id) {
        return new ProblemException(Problem.of("cluster-unknown", id));
    }

    /** What the acting person sees of the cluster's inside. */
    public Sight sight(ClusterId id) {
        return person.sight(id);
    }

    /** The cluster; an unknown one is problem {@code cluster-unknown}. */
    public RegisteredCluster get(ClusterId id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    private RegisteredCluster seen(StoredCluster cluster) {
        return cluster.with(live.get(cluster).reachability());
    }

    /** The one shared connection to the cluster; do not close it, and ask again for each use: it may be reopened. */
    public ClusterConnection connection(ClusterId id) {
        return live.get(mine(id)).connection();
    }

    /** What the cluster has, at most half a minute old; a cluster that cannot be read gives ConnectionFailed. */
    public ClusterCapacity capacity(ClusterId id) {
        return live.get(mine(id)).capacity();
    }

    public Reachability reachability(ClusterId id) {
        return live.get(mine(id)).reachability();
    }

    /**
     * Calls the listener after each probe of a cluster and each change of the registry, on any thread, until closed;
     * it must not block.
     */
    public Subscription subscribe(Consumer<ClusterId> listener) {
        return live.subscribe(listener);
    }

    /** Tries an access before it is saved; the listener hears every stage start and end, on another thread. */
    public CompletableFuture<ConnectionReport> tryOut(KubeAccess access, Consumer<StageResult> listener) {
        person.requireSomewhere(Role.ADMIN);
        var report = new CompletableFuture<ConnectionReport>();
        Thread.ofVirtual().name("try " + access.server().getHost()).start(() -> {
            try {
                report.complete(new ConnectionTrial(connections, clock, access, listener).run());
            } catch (RuntimeException e) {
                report.completeExceptionally(e);
            }
        });
        return report;
    }

    /**
     * Registers a cluster after a last check that it answers, knows the credentials and is new enough; else the
     * problem that stands in the way.
     */
    public RegisteredCluster register(String name, Site site, KubeAccess access) {
        return seen(registration.register(name, site, access));
    }

    /** Registers the cluster that the console runs in, by its own service account. */
    public RegisteredCluster registerInCluster(String name, Site site) {
        return seen(registration.registerInCluster(name, site));
    }

    /** Makes and registers a practice cluster; {@code shape} is one of the practice module's. */
    public RegisteredCluster registerPractice(String name, Site site, String shape) {
        return seen(registration.registerPractice(name, site, shape));
    }

    /** Names of the shapes a practice cluster can have. */
    public List<String> practiceShapes() {
        return registration.practiceShapes();
    }

    /** Another cluster already registered behind the same address or with the same uid. */
    public Optional<RegisteredCluster> alreadyRegistered(KubeAccess access, ConnectionReport report) {
        return store.list().stream()
                .filter(cluster -> cluster.server().equals(access.server())
                        || (cluster.uid() != null && cluster.uid().equals(report.clusterUid())))
                .findFirst()
                .map(this::seen);
    }

    /** Replaces the credentials of a real cluster after checking that they lead to the same cluster. */
    public RegisteredCluster replaceCredentials(ClusterId id, KubeAccess access) {
        return seen(registration.replaceCredentials(id, access));
    }

    /** Changes name and site. */
    public RegisteredCluster rename(ClusterId id, String name, Site site) {
        return seen(registration.rename(id, name, site));
    }

    /** Forgets the cluster and its credentials; nothing is changed on it. One in use is problem {@code cluster-in-use}. */
    public void remove(ClusterId id) {
        registration.remove(id);
    }

    /** Forgets the cluster though something is on it, which stays there and is out of the console's reach from then. */
    public void abandon(ClusterId id) {
        registration.abandon(id);
    }

    /** What is on the cluster, by name. */
    public List<String> usesOf(ClusterId id) {
        return registration.usesOf(mine(id));
    }

    /** What would miss the cluster though nothing of it runs there, by name. */
    public List<String> remindersOf(ClusterId id) {
        return registration.remindersOf(mine(id));
    }
}

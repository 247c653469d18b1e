package ai.hexabase.console.fleet;

import java.net.URI;
import java.util.List;

/** One real cluster of the fleet: a complete control plane whose nodes and pods are simulated. */
public final class FleetCluster extends ClusterAccess {
    private final ControlPlane plane;
    private final ContainerLog log;

    FleetCluster(String name, ControlPlane plane, Kubectl kubectl, ContainerLog log) {
        super(name, plane.ground().keys(), plane.ground().clock(), kubectl);
        this.plane = plane;
        this.log = log;
    }

    @Override
    public URI url() {
        return plane.url();
    }

    /** A proxy that ends TLS in front of this cluster's API server, trusted as the server is; close it after use. */
    public ApiProxy apiProxy() {
        var ground = plane.ground();
        return ApiProxy.before(url(), ground.http(), ground.keys().serving());
    }

    /** A serving certificate for this machine's own address, signed by this authority. */
    public Identity servedBy(CertificateAuthority signer) {
        return signer.server(
                "kube-apiserver", List.of("127.0.0.1"), plane.ground().clock().instant());
    }

    /** SIGKILL to the API server: connections break at once, nothing listens until {@link #restart()}. */
    public void crash() {
        plane.killApiServer();
    }

    /**
     * Starts the API server again with the same address and data, killing it first if it still lives, and with it the
     * controllers and simulated kubelets; waits until the API server is ready.
     */
    public void restart() {
        plane.restartApiServer(kubectl());
    }

    /** SIGSTOP to the API server: it accepts connections and never answers, until {@link #thaw()}. */
    public void freeze() {
        plane.freezeApiServer();
    }

    /** SIGCONT to the API server. */
    public void thaw() {
        plane.thawApiServer();
    }

    /** SIGSTOP to controllers, scheduler and simulated kubelets, for good: measurements have the machine to themselves. */
    public void freezePrograms() {
        plane.freezePrograms();
    }

    /** Kills the simulated kubelets: after 20 seconds the nodes are Unknown, new pods stay Pending, logs and exec fail. */
    public void stopNodes() {
        plane.killKubelets();
    }

    /** Starts the simulated kubelets again, if they do not run. */
    public void startNodes() {
        plane.startKubelets();
    }

    /**
     * Forgets the history of objects: after the next {@link #restart()} a watch from an older resourceVersion gets a
     * real {@code 410 Gone} (until then the API server's own cache still serves it).
     */
    public void compactHistory() {
        plane.ground().etcd().compact();
    }

    /** Adds a line to what every container on this cluster writes to its standard output. */
    public void containersSay(String line) {
        log.add(line);
    }

    /**
     * Lets every pod of this namespace behave so, those there are and those to come; creates the namespace if it is not
     * there. A pod that runs already keeps its image; {@link PodBehaviour#ORDINARY} mends what was broken.
     */
    public void behave(String namespace, PodBehaviour behaviour) {
        tryKubectl("create", "namespace", namespace);
        String chosen = PodBehaviour.KEY + "=" + behaviour.value();
        kubectl("label", "--overwrite", "namespace", namespace, chosen);
        kubectl("annotate", "--overwrite", "pods", "--all", "--namespace=" + namespace, chosen);
    }

    /** Starts the real CloudNativePG operator with its admission webhooks; does nothing when it runs already. */
    public void installDatabaseOperator() {
        plane.startDatabaseOperator(this);
    }

    /**
     * Until this class of tests ends, calls every database healthy that the operator has made: there is no PostgreSQL
     * behind simulated pods, so the operator itself never does.
     */
    public void speakForPostgres() {
        plane.speakForPostgres();
    }

    /** Leaves databases to the operator again; those that were called healthy already stay so. */
    public void beSilentOfPostgres() {
        plane.beSilentOfPostgres();
    }
}

package ai.hexabase.console.fleet;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** One real cluster of the fleet: a complete control plane whose nodes and pods are simulated. */
public final class FleetCluster {
    private final String name;
    private final ControlPlane plane;
    private final Kubectl kubectl;
    private final ContainerLog log;

    FleetCluster(String name, ControlPlane plane, Kubectl kubectl, ContainerLog log) {
        this.name = name;
        this.plane = plane;
        this.kubectl = kubectl;
        this.log = log;
    }

    /** Also the name of the kubeconfigs' context, cluster and user. */
    public String name() {
        return name;
    }

    /** The API server's own address on the loopback interface; it stays the same over restarts. */
    public URI url() {
        return plane.url();
    }

    /** The certificate of the authority that signed the API server's certificate, as PEM. */
    public String authority() {
        return plane.ground().keys().authority().certificate();
    }

    /** The client certificate and key of a member of system:masters. */
    public Identity admin() {
        return plane.ground().keys().admin();
    }

    /** The administrator's kubeconfig with everything embedded. */
    public String kubeconfig() {
        return kubeconfigFor(admin());
    }

    /** A kubeconfig for somebody else's client certificate. */
    public String kubeconfigFor(Identity user) {
        return Kubeconfig.withCertificate(name, url(), authority(), user);
    }

    /** The administrator's kubeconfig with another authority's certificate, so that the server is not trusted. */
    public String kubeconfigTrusting(CertificateAuthority other) {
        return Kubeconfig.withCertificate(name, url(), other.certificate(), admin());
    }

    /** The administrator's kubeconfig through a proxy, which stands where the network would stand. */
    public String proxied(TcpProxy proxy) {
        return Kubeconfig.withCertificate(name, proxy.url(), authority(), admin());
    }

    /** A proxy in front of this cluster's API server; close it after use. */
    public TcpProxy proxy() {
        return TcpProxy.before("127.0.0.1", url().getPort());
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

    /** Runs kubectl as the administrator and returns what it printed; a refusal is a {@link FleetException}. */
    public String kubectl(String... arguments) {
        return done(tryKubectl(arguments), List.of(arguments));
    }

    /** Runs kubectl as the administrator and returns how it ended, also when it was refused. */
    public KubectlResult tryKubectl(String... arguments) {
        return kubectl.run("", List.of(arguments));
    }

    /** Runs kubectl as whoever this kubeconfig stands for, at the address it names, and returns how it ended. */
    public KubectlResult tryKubectlWith(String kubeconfig, String... arguments) {
        return kubectl.with(kubeconfig).run("", List.of(arguments));
    }

    /** Server-side apply of these YAML documents under the field manager {@code fleet}. */
    public String apply(String yaml) {
        return done(tryApply(yaml, "fleet"), List.of("apply"));
    }

    /** Server-side apply under a field manager, without forcing conflicts; returns how it ended. */
    public KubectlResult tryApply(String yaml, String manager) {
        return kubectl.run(yaml, List.of("apply", "--server-side", "--field-manager=" + manager, "-f", "-"));
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
        plane.restartApiServer(kubectl);
    }

    /** SIGSTOP to the API server: it accepts connections and never answers, until {@link #thaw()}. */
    public void freeze() {
        plane.freezeApiServer();
    }

    /** SIGCONT to the API server. */
    public void thaw() {
        plane.thawApiServer();
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

    /** A client certificate this cluster accepts; a negative validity gives one that has expired already. */
    public Identity issueClientCertificate(Duration validity, String user, List<String> groups) {
        var ground = plane.ground();
        return ground.keys().authority().client(user, groups, ground.clock().instant(), validity);
    }

    /** Like {@link #issueClientCertificate}, with an elliptic-curve key as K3s writes it. */
    public Identity issueCurveCertificate(Duration validity, String user, List<String> groups) {
        var ground = plane.ground();
        return ground.keys()
                .authority()
                .curveClient(user, groups, ground.clock().instant(), validity);
    }

    /** A kubeconfig with the token (valid one hour) of a new service account that has this ClusterRole everywhere. */
    public String serviceAccountKubeconfig(String namespace, String account, String clusterRole) {
        String token = ServiceAccounts.bind(this, namespace, account, clusterRole);
        return Kubeconfig.withToken(name, url(), authority(), token);
    }

    /** Like {@link #serviceAccountKubeconfig}, with rules (a YAML list of RBAC rules) instead of an existing ClusterRole. */
    public String serviceAccountKubeconfigWithRules(String namespace, String account, String rules) {
        return serviceAccountKubeconfig(namespace, account, ServiceAccounts.role(this, account, rules));
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

    /** Deletes every namespace but the system's own with all that is in them, and waits until they are gone. */
    public void resetNamespaces() {
        Namespaces.reset(this);
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

    /** Leaves databases to the operator again. */
    void beSilentOfPostgres() {
        plane.beSilentOfPostgres();
    }

    @Override
    public String toString() {
        return name + " at " + url();
    }

    private static String done(KubectlResult result, List<String> arguments) {
        if (!result.ok()) {
            throw new FleetException("kubectl " + String.join(" ", arguments) + ": "
                    + result.errors().strip());
        }
        return result.output();
    }
}

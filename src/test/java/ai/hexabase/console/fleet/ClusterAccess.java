package ai.hexabase.console.fleet;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A running cluster as people outside see it: addresses, kubeconfigs and kubectl. */
public abstract sealed class ClusterAccess permits FleetCluster, RealNode {
    private final String name;
    private final Keys keys;
    private final Clock clock;
    private final Kubectl kubectl;

    ClusterAccess(String name, Keys keys, Clock clock, Kubectl kubectl) {
        this.name = name;
        this.keys = keys;
        this.clock = clock;
        this.kubectl = kubectl;
    }

    Kubectl kubectl() {
        return kubectl;
    }

    /** Also the name of the kubeconfigs' context, cluster and user. */
    public String name() {
        return name;
    }

    /** The API server's address on the loopback interface; it stays the same over restarts. */
    public abstract URI url();

    /** The certificate of the authority that signed the API server's certificate, as PEM. */
    public String authority() {
        return keys.authority().certificate();
    }

    /** The client certificate and key of a member of system:masters. */
    public Identity admin() {
        return keys.admin();
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

    /** Runs kubectl as the administrator and returns what it printed; a refusal is a {@link FleetException}. */
    public String kubectl(String... arguments) {
        return done(tryKubectl(arguments), List.of(arguments));
    }

    /** Runs kubectl as the administrator and returns how it ended, also when it was refused. */
    public KubectlResult tryKubectl(String... arguments) {
        return kubectl.run("", List.of(arguments));
    }

    /** Starts kubectl as whoever this kubeconfig stands for and lets it run, to follow the cluster; end it after use. */
    public Process startKubectlWith(String kubeconfig, String... arguments) {
        return kubectl.with(kubeconfig).start(List.of(arguments));
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

    /** A client certificate this cluster accepts; a negative validity gives one that has expired already. */
    public Identity issueClientCertificate(Duration validity, String user, List<String> groups) {
        return keys.authority().client(user, groups, clock.instant(), validity);
    }

    /** Like {@link #issueClientCertificate}, with an elliptic-curve key as K3s writes it. */
    public Identity issueCurveCertificate(Duration validity, String user, List<String> groups) {
        return keys.authority().curveClient(user, groups, clock.instant(), validity);
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

    /** Deletes every namespace but the system's own with all that is in them, and waits until they are gone. */
    public void resetNamespaces() {
        Namespaces.reset(this);
    }

    /** Nodes, pods and the latest events, for whoever has to find out why a test failed. */
    void printSituation() {
        System.out.println(this);
        System.out.println(tryKubectl("get", "nodes,pods", "-A", "-o", "wide").output());
        List<String> events = tryKubectl("get", "events", "-A", "--sort-by=.lastTimestamp")
                .output()
                .lines()
                .toList();
        events.subList(Math.max(0, events.size() - 25), events.size()).forEach(System.out::println);
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

package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cluster of one node where nothing is simulated: kubelet, container runtime, images pulled from a registry, volumes
 * on a disk, DNS, PostgreSQL under the real operator. All of it runs in one {@link Machine} of namespaces.
 *
 * <p>Images in its registry: {@code fleet/busybox:1}, the stand-ins {@code hexabase/control-plane:1.5.0} and
 * {@code 1.6.0}, and the troublesome {@code 1.6.1-crashes}, {@code 1.6.2-eats-memory}, {@code 1.6.3-is-deaf}. Whatever
 * host an image's name has, it comes from there; below {@code private.test} only for {@link #pullSecret}.
 */
public final class RealNode extends ClusterAccess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);
    private static final String READY = "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}";
    private static RealNode shared;

    private final Machine machine;
    private final Ledger ledger;
    private final Clock clock;

    private RealNode(Machine machine, Ledger ledger, Clock clock, Kubectl kubectl) {
        super("fleet-real", machine.keys(), clock, kubectl);
        this.machine = machine;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why no real node can run here; empty when it can. */
    public static Optional<String> missing() {
        return NodeRequirements.missing();
    }

    /** The one real node of this JVM, started at first use; it ends with the JVM. */
    public static synchronized RealNode shared() {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "real-node-end"));
        }
        return shared;
    }

    /** A real node of one's own; everything ends with {@link #close()}, or when this JVM dies. */
    public static RealNode open() {
        return start(Ledger.ofThisJvm());
    }

    /** A real node that goes on after this JVM, working in this folder. */
    static RealNode detached(Path folder) {
        return start(Ledger.detached(folder));
    }

    private static RealNode start(Ledger ledger) {
        missing().ifPresent(why -> {
            throw new FleetException(why);
        });
        Clock clock = Clock.systemUTC();
        var machine = new Machine(ledger, clock);
        Path kubeconfig = machine.folder().resolve("admin.kubeconfig");
        var kubectl = new Kubectl(machine.planes().binary("kubectl"), kubeconfig, machine.folder());
        var node = new RealNode(machine, ledger, clock, kubectl);
        try {
            Files.writeString(kubeconfig, node.kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.powerOn();
        NodeContents.fill(node, machine);
        return node;
    }

    @Override
    public URI url() {
        return machine.url();
    }

    /** A power cut: nothing in the machine runs on for an instant, and its addresses answer no more. */
    public void cutPower() {
        machine.cutPower();
    }

    /** Switches the machine on again, with its data; returns when the API server answers and the node is ready. */
    public void powerOn() {
        Instant start = clock.instant();
        machine.powerOn();
        Waiting.until(
                START,
                () -> tryKubectl("get", "--raw", "/readyz").ok(),
                () -> "the API server is not ready:\n" + machine.lastWords("kube-apiserver"));
        Waiting.until(
                START,
                () -> readySince(start),
                () -> "the node is not ready:\n" + machine.lastWords("kubelet") + "\n"
                        + machine.lastWords("containerd"));
    }

    // after a power cut the node is still called ready for a while: its kubelet must have spoken since
    private boolean readySince(Instant start) {
        String renewed = tryKubectl(
                        "get", "lease", "node-1", "--namespace=kube-node-lease", "-o", "jsonpath={.spec.renewTime}")
                .output();
        return !renewed.isEmpty()
                && Instant.parse(renewed).isAfter(start)
                && tryKubectl("get", "node", "node-1", "-o", READY).output().equals("True");
    }

    /** A port of the machine (of a NodePort Service) at a port of this host, until the next power cut. */
    public int relayed(int nodePort) {
        return machine.relay(nodePort);
    }

    /** Runs a program inside the machine, with absolute paths. */
    public KubectlResult inside(String... command) {
        return machine.run("", List.of(command));
    }

    /** Starts the real CloudNativePG operator in a pod, if it is not there, and waits until its webhooks answer. */
    public void installDatabaseOperator() {
        NodeContents.databaseOperator(this, machine);
    }

    /** Creates the Secret with which images of {@code private.test} can be pulled. */
    public void pullSecret(String namespace, String name) {
        kubectl(
                "create",
                "secret",
                "docker-registry",
                name,
                "--namespace=" + namespace,
                "--docker-server=private.test",
                "--docker-username=" + MachineKeys.REGISTRY_USER,
                "--docker-password=" + MachineKeys.REGISTRY_PASSWORD);
    }

    @Override
    public void resetNamespaces() {
        super.resetNamespaces();
        NodeContents.volumes(this, machine);
    }

    Path folder() {
        return ledger.folder();
    }

    @Override
    public void close() {
        ledger.endAll();
    }
}

package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code ./console fleet up N | up --real | down | status}: real clusters that go on after the command, to try the console
 * on.
 */
public final class FleetCommand {
    private static final int MOST = 12;
    private static final String SUFFIX = ".kubeconfig";
    private static final List<Nodes> SHAPES = List.of(
            Nodes.threeZones(),
            new Nodes(4, List.of("osaka-1", "osaka-2"), "16", "64Gi"),
            new Nodes(2, List.of("recovery-1"), "8", "32Gi"),
            new Nodes(1, List.of("factory"), "4", "8Gi"));

    private final Path folder;

    private FleetCommand(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        var command = new FleetCommand(dataFolder());
        String verb = arguments.length == 0 ? "" : arguments[0];
        try {
            switch (verb) {
                case "up" -> command.up(arguments.length > 1 ? arguments[1] : "1");
                case "down" -> command.down();
                case "status" -> command.status();
                default -> throw new FleetException("usage: fleet up N | up --real | down | status");
            }
        } catch (FleetException e) {
            System.err.println("fleet: " + e.getMessage());
            System.exit(1);
        }
    }

    private void up(String what) {
        if (!ledger().living().isEmpty()) {
            throw new FleetException("a fleet is up already; end it with: ./console fleet down");
        }
        ledger().endAll();
        try {
            if (what.equals("--real")) {
                upReal();
            } else {
                upSimulated(count(what));
            }
        } catch (RuntimeException e) {
            down();
            throw e instanceof FleetException
                    ? e
                    : new FleetException("the fleet could not be started: " + e.getMessage(), e);
        }
        say("End it with: ./console fleet down");
    }

    private void upSimulated(int count) {
        say("starting " + count
                + " real Kubernetes control plane(s), usually 6 to 20 seconds; each takes about 0.5 GiB of memory");
        Fleet fleet = Fleet.detached(runFolder());
        List<FleetCluster> clusters = fleet.add(
                IntStream.range(0, count).mapToObj(FleetCommand::shape).toList());
        say("starting the database operator (CloudNativePG) on "
                + clusters.getFirst().name());
        clusters.getFirst().installDatabaseOperator();
        clusters.getFirst().speakForPostgres();
        clusters.forEach(this::offer);
        say("");
        say("Nodes and pods are simulated; API server, controllers, scheduler and operator are real. A small process");
        say("calls databases healthy, for no PostgreSQL runs in a simulated pod. Registration in the");
        say("console offers these clusters by itself; with kubectl: kubectl --kubeconfig=" + file("fleet-1")
                + " get nodes");
    }

    private void upReal() {
        RealNode.missing().ifPresent(why -> {
            throw new FleetException(why);
        });
        say(
                "starting a machine with a real Kubernetes node, usually 20 to 40 seconds; it takes about 1.5 GiB of memory");
        RealNode node = RealNode.detached(runFolder());
        say("starting the database operator (CloudNativePG) in a pod");
        node.installDatabaseOperator();
        offer(node, "one node with this machine's CPU and memory, and 8 volumes of 100 GiB");
        say("");
        say("Pods, volumes and databases are real. Images come from the machine's own registry; what stands in it as");
        say(
                "hexabase/control-plane (1.5.0, 1.6.0, 1.6.1-crashes, 1.6.2-eats-memory, 1.6.3-is-deaf) is a small program");
        say("that stands in for Hexabase. Registration in the console offers this cluster by itself; with kubectl:");
        say("kubectl --kubeconfig=" + file(node.name()) + " get nodes");
    }

    private void offer(FleetCluster cluster) {
        Nodes nodes = shape(Integer.parseInt(cluster.name().substring("fleet-".length())) - 1);
        offer(
                cluster,
                nodes.count() + " node(s) of " + nodes.cpu() + " CPU and " + nodes.memory() + " in "
                        + String.join(", ", nodes.zones()));
    }

    private void offer(ClusterAccess cluster, String what) {
        Path file = file(cluster.name());
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, cluster.kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say(cluster + ": " + what + "; kubeconfig " + file);
    }

    private void down() {
        int ended = ledger().living().size();
        ledger().endAll();
        kubeconfigs().forEach(FleetCommand::delete);
        say(
                ended == 0
                        ? "no fleet was up"
                        : "the fleet is down: " + ended + " processes ended, their data and kubeconfigs removed");
    }

    private void status() {
        int living = ledger().living().size();
        say(
                living == 0
                        ? "no fleet is up; start one with: ./console fleet up 4"
                        : "the fleet is up with " + living + " processes:");
        if (living > 0) {
            kubeconfigs().forEach(file -> say("  " + file));
        } else {
            ledger().endAll();
        }
    }

    private List<Path> kubeconfigs() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("fleet-(\\d+|real)" + SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path runFolder() {
        return folder.resolve("run");
    }

    private Ledger ledger() {
        return Ledger.detached(runFolder());
    }

    private Path file(String cluster) {
        return folder.resolve(cluster + SUFFIX);
    }

    private static Nodes shape(int index) {
        return SHAPES.get(index % SHAPES.size());
    }

    private static int count(String text) {
        int count = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > MOST) {
            throw new FleetException("how many clusters? a number from 1 to " + MOST + ", not " + text);
        }
        return count;
    }

    private static Path dataFolder() {
        String data = System.getenv().getOrDefault("XDG_DATA_HOME", "");
        Path root = data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return root.resolve("hexabase-console").resolve("fleet");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

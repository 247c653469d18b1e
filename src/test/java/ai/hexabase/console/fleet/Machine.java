package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One machine: processes in namespaces of their own below a first process, with a folder as its disk. Killing the first
 * process is a power cut; started again, it comes back with its data. A relay stands for the network in front of it.
 */
final class Machine {
    /** The machine's address in its own network. */
    static final String ADDRESS = "192.168.77.1";

    static final int API_PORT = 6443;

    private static final Duration START = Duration.ofSeconds(120);

    private final FleetParts planes;
    private final FleetParts node;
    private final Ledger ledger;
    private final Keys keys;
    private final Path folder;
    private final String name;
    private final int port = Ports.free();
    private FleetProcess power;
    private ProcessHandle first;

    Machine(Ledger ledger, Clock clock) {
        this.node = FleetParts.prepareNode();
        this.planes = FleetParts.prepare();
        this.ledger = ledger;
        this.name = "hexabase-node-" + ProcessHandle.current().pid() + "-" + port;
        this.folder = ledger.folder().resolve("machine");
        this.keys = Keys.make(folder.resolve("etc"), clock);
        MachineKeys.write(keys, clock);
    }

    FleetParts planes() {
        return planes;
    }

    FleetParts node() {
        return node;
    }

    Path folder() {
        return folder;
    }

    Keys keys() {
        return keys;
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + port);
    }

    /** Switches it on and puts the relay in front of it; the API server is still starting then. */
    synchronized void powerOn() {
        ledger.recordMachine(name);
        power = FleetProcess.start(
                "machine",
                folder,
                ledger,
                environment(),
                List.of(
                        "/usr/bin/unshare",
                        "--fork",
                        "--kill-child",
                        "--pid",
                        "--mount-proc",
                        "--mount",
                        "--net",
                        "--uts",
                        "--ipc",
                        "/bin/sh",
                        node.sources().resolve("node/machine.sh").toString()));
        power.await(START, "its first process has set everything up", this::hasBooted);
        ledger.record(first, "pause");
        relay(port, API_PORT);
    }

    /** Makes a port of the machine reachable at a port of this host's loopback interface, until the next power cut. */
    synchronized int relay(int targetPort) {
        int own = Ports.free();
        relay(own, targetPort);
        return own;
    }

    private void relay(int own, int targetPort) {
        FleetProcess relay = FleetProcess.start(
                "relay-" + own,
                folder,
                ledger,
                Map.of(),
                List.of(
                        node.binary("relay"),
                        "127.0.0.1:" + own,
                        Long.toString(first.pid()),
                        ADDRESS + ":" + targetPort));
        relay.await(START, "port " + own + " is open", () -> isOpen(own));
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasBooted() {
        first = ProcessHandle.of(power.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> process.info().command().orElse("").equals(node.binary("pause")))
                .findFirst()
                .orElse(null);
        return first != null;
    }

    /** Everything in the machine ends at once and nothing is written any more; the relay ends with it. */
    synchronized void cutPower() {
        first.destroyForcibly();
        first.onExit().completeOnTimeout(first, 20, TimeUnit.SECONDS).join();
        power.kill();
    }

    /** Runs a program inside the machine, as root, with absolute paths. */
    KubectlResult run(String input, List<String> command) {
        var inside = new ArrayList<>(List.of("/usr/bin/nsenter", "--target=" + first.pid(), "--all"));
        inside.addAll(command);
        return Command.run(new ProcessBuilder(inside), input, Duration.ofSeconds(60), String.join(" ", command));
    }

    /** The last lines of what a program of the machine has to say, for whoever has to find out why it does not work. */
    String lastWords(String program) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("log").resolve(program + ".log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "MACHINE", folder.toString(),
                "PLANES", planes.built().toString(),
                "NODE", node.built().toString(),
                "NAME", name);
    }

    /** An empty folder on the machine's disk for each volume. */
    void emptyVolumes(List<String> names) {
        try {
            for (String volume : names) {
                Path path = folder.resolve("disk/volumes").resolve(volume);
                if (Files.exists(path)) {
                    Ledger.deleteTree(path);
                }
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

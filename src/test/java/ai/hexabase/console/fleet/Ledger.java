package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A fleet's working folder with the list of the processes it started, so that a later start can end what a killed
 * test left behind, and never anybody else's process: number, start time and program must all be the recorded ones.
 * Machines of namespaces are listed beside them, for their control groups outlive their processes.
 */
final class Ledger {
    private static final String LIST = "processes";
    private static final String MACHINES = "machines";
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    private final Path folder;
    private final boolean detached;

    private Ledger(Path folder, boolean detached) {
        this.folder = folder;
        this.detached = detached;
    }

    /** A ledger that belongs to this JVM; first ends and removes what dead JVMs left. */
    static Ledger ofThisJvm() {
        Path root = Path.of(
                System.getProperty("java.io.tmpdir"), "hexabase-console-fleet-" + System.getProperty("user.name"));
        ProcessHandle self = ProcessHandle.current();
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (Stream<Path> owners = Files.list(root)) {
                owners.filter(owner -> !ownerLives(owner)).forEach(owner -> new Ledger(owner, false).endAll());
            }
            String name = self.pid() + "-" + startOf(self).toEpochMilli() + "-" + System.nanoTime();
            var ledger = new Ledger(Files.createDirectory(root.resolve(name)), false);
            if (FleetProcess.tool("setpriv").isEmpty()) {
                ledger.watch(self.pid());
            }
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ledger whose processes outlive this JVM, until somebody calls {@link #endAll()} on the same folder. */
    static Ledger detached(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return new Ledger(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    boolean detached() {
        return detached;
    }

    synchronized void record(ProcessHandle process, String program) {
        append(LIST, process.pid() + " " + startOf(process).toEpochMilli() + " " + program);
    }

    synchronized void recordMachine(String name) {
        append(MACHINES, name);
    }

    List<ProcessHandle> living() {
        return lines(LIST).stream().flatMap(line -> living(line).stream()).toList();
    }

    /** Ends every recorded process that still lives, and removes its machines' control groups and the working folder. */
    void endAll() {
        List<ProcessHandle> living = living();
        living.forEach(ProcessHandle::destroyForcibly);
        living.forEach(process -> process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join());
        lines(MACHINES).forEach(ControlGroups::remove);
        deleteTree(folder);
    }

    static void deleteTree(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Ledger::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String list, String line) {
        try {
            Files.writeString(folder.resolve(list), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String list) {
        try {
            return Files.exists(folder.resolve(list)) ? Files.readAllLines(folder.resolve(list)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell that ends the recorded processes a second after this JVM was killed. */
    private void watch(long owner) throws IOException {
        String script =
                "while kill -0 " + owner + "; do sleep 1; done; while read pid rest; do kill -9 $pid; done <" + LIST;
        new ProcessBuilder("/bin/sh", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Optional<ProcessHandle> living(String line) {
        String[] parts = line.split(" ", 3);
        Instant recorded = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> same(startOf(process), recorded))
                .filter(process -> process.info().commandLine().orElse("").contains(parts[2]));
    }

    private static boolean ownerLives(Path owner) {
        String[] parts = owner.getFileName().toString().split("-");
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> same(startOf(process), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                .isPresent();
    }

    private static boolean same(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_SLACK) < 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package ai.hexabase.console.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server process of a data directory: the one in use, or one that a killed console left behind.
 *
 * @param dataDirectory the directory whose {@code postmaster.pid} names it
 */
record Postmaster(Path dataDirectory) {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    /** Of {@code postmaster.pid}, after process, directory and time of start. */
    private static final int PORT_LINE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Postmaster of(Path dataDirectory) {
        return new Postmaster(dataDirectory);
    }

    /** Stops what an earlier console left; needs the data directory's lock. */
    void stop() throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL server that an earlier console left running (pid {})",
                process.get().pid());
        // Fast shutdown; SIGTERM would wait for clients of the dead console.
        new ProcessBuilder("kill", "-INT", String.valueOf(process.get().pid()))
                .inheritIO()
                .start();
        await(process.get());
    }

    /** The running server, if there is one and it is ours. */
    Optional<ProcessHandle> process() throws IOException {
        var pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !isThisDirectory(lines.get(1))) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Postmaster::isPostgres);
    }

    /** Where the running server listens. */
    Optional<Integer> port() throws IOException {
        if (process().isEmpty()) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
        return lines.size() <= PORT_LINE
                ? Optional.empty()
                : Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()));
    }

    private boolean isThisDirectory(String path) throws IOException {
        var named = Path.of(path.strip());
        return Files.exists(named) && Files.isSameFile(named, dataDirectory);
    }

    /** A pid may have been given to another program since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
    }

    private static void await(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "The PostgreSQL server left by an earlier console does not stop, pid " + process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping PostgreSQL", e);
        }
    }
}

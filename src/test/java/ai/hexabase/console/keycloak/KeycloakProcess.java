package ai.hexabase.console.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Keycloak's process: writes to its own log file and dies with this JVM. */
final class KeycloakProcess {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    // the kernel ends a child when the very thread that started it ends, so one thread that never ends starts them all
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keycloak-starter").factory());

    private final Process process;
    private final Path log;

    private KeycloakProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static KeycloakProcess start(List<String> command, Path log) {
        var builder = new ProcessBuilder(guarded(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // settings of another Keycloak must not reach this one
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        try {
            return new KeycloakProcess(STARTER.submit(builder::start).get(), log);
        } catch (ExecutionException e) {
            throw new KeycloakException("Keycloak cannot be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakException("Keycloak was not started: interrupted", e);
        }
    }

    private static List<String> guarded(List<String> command) {
        var guarded = new ArrayList<String>();
        if (Files.isExecutable(SETPRIV)) {
            guarded.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        guarded.addAll(command);
        return guarded;
    }

    /** Waits until the condition holds; fails at once, with the log's last lines, when the process ends. */
    void await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new KeycloakException(
                        "Keycloak ended with " + process.exitValue() + " while it started:\n" + lastWords());
            }
            if (System.nanoTime() - end > 0) {
                throw new KeycloakException(
                        "Keycloak was not ready within " + limit.toSeconds() + " s:\n" + lastWords());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Lets it end by itself, so that all it knows is in its database; after ten seconds kills it. */
    void stop() {
        process.destroy();
        if (!ended(Duration.ofSeconds(10))) {
            kill();
        }
    }

    void kill() {
        process.destroyForcibly();
        if (!ended(Duration.ofSeconds(20))) {
            throw new KeycloakException("Keycloak (process " + process.pid() + ") survived SIGKILL");
        }
    }

    /** Waits until it ends, and says with which code. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}

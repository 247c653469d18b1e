package ai.hexabase.console.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One process of the fleet: writes to its own log file, dies with its parent unless it was started detached. */
final class FleetProcess {
    // the kernel ends a child when the very thread that started it ends, so one thread that never ends starts them all
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fleet-starter").factory());

    private final String name;
    private final Path log;
    private final Ledger ledger;
    private final ProcessBuilder builder;
    private final String program;
    private volatile Process process;

    private FleetProcess(String name, Path log, Ledger ledger, ProcessBuilder builder, String program) {
        this.name = name;
        this.log = log;
        this.ledger = ledger;
        this.builder = builder;
        this.program = program;
        this.process = launch();
    }

    static FleetProcess start(
            String name, Path folder, Ledger ledger, Map<String, String> environment, List<String> command) {
        Path log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(guarded(ledger.detached(), command))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new FleetProcess(name, log, ledger, builder, command.getFirst());
    }

    private Process launch() {
        try {
            Process started = STARTER.submit(builder::start).get();
            ledger.record(started.toHandle(), program);
            return started;
        } catch (ExecutionException e) {
            throw new FleetException(name + " cannot be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException(name + " was not started: interrupted", e);
        }
    }

    /** Kills it if it lives, and starts it again with the same command. */
    void restart() {
        kill();
        process = launch();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: on SIGTERM an API server with open watches lingers for over a minute and keeps its port. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new FleetException(name + " (process " + pid() + ") survived SIGKILL for 20 seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /** Waits until the condition holds; fails at once, with the log's last lines, when the process ends. */
    void await(Duration limit, String what, java.util.function.BooleanSupplier condition) {
        Waiting.until(
                limit,
                () -> {
                    if (!alive()) {
                        throw new FleetException(
                                name + " ended with " + process.exitValue() + " before " + what + ":\n" + lastWords());
                    }
                    return condition.getAsBoolean();
                },
                () -> name + ": not within " + limit.toSeconds() + " s: " + what + "\n" + lastWords());
    }

    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new FleetException("SIG" + signal + " did not reach " + name + " (process " + pid() + ")");
            }
        } catch (IOException e) {
            throw new FleetException("SIG" + signal + " could not be sent to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> guarded(boolean detached, List<String> command) {
        var guarded = new ArrayList<String>();
        if (detached) {
            tool("setsid").ifPresentOrElse(guarded::add, () -> guarded.add("nohup"));
        } else {
            // where setpriv is missing the ledger's watch ends the process, a second later
            tool("setpriv").ifPresent(setpriv -> guarded.addAll(List.of(setpriv, "--pdeathsig", "KILL")));
        }
        guarded.addAll(command);
        return guarded;
    }

    static Optional<String> tool(String name) {
        return List.of("/usr/bin/", "/bin/").stream()
                .map(folder -> folder + name)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }
}

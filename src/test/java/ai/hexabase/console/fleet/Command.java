package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, with a time limit. */
final class Command {
    private Command() {}

    static KubectlResult run(ProcessBuilder builder, String input, Duration limit, String what) {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Process process = builder.start();
            var output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), readers);
            var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), readers);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new FleetException(what + " did not end within " + limit.toSeconds() + " s");
            }
            return new KubectlResult(process.exitValue(), output.join(), errors.join());
        } catch (IOException e) {
            throw new FleetException(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException(what + " was interrupted", e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

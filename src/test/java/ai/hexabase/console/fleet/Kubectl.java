package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs kubectl against one cluster, with a time limit. */
record Kubectl(String binary, Path kubeconfig, Path home) {
    private static final Duration LIMIT = Duration.ofSeconds(150);

    /** The same with another kubeconfig. */
    Kubectl with(String text) {
        try {
            return new Kubectl(
                    binary, Files.writeString(Files.createTempFile(home, "other", ".kubeconfig"), text), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KubectlResult run(String input, List<String> arguments) {
        var command = new ArrayList<>(List.of(binary, "--kubeconfig=" + kubeconfig));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(home.toFile());
        // kubectl keeps its discovery cache and preferences under HOME
        builder.environment().put("HOME", home.toString());
        builder.environment().put("KUBECTL_APPLYSET", "true");
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Process process = builder.start();
            var output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), readers);
            var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), readers);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new FleetException("kubectl " + arguments + " did not end within " + LIMIT.toSeconds() + " s");
            }
            return new KubectlResult(process.exitValue(), output.join(), errors.join());
        } catch (IOException e) {
            throw new FleetException("kubectl " + arguments + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("kubectl " + arguments + " was interrupted", e);
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

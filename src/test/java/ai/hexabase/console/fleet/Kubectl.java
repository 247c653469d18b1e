package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        return Command.run(builder(arguments), input, LIMIT, "kubectl " + arguments);
    }

    /** Lets it run; its errors go where ours go. */
    Process start(List<String> arguments) {
        try {
            return builder(arguments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new FleetException("kubectl " + arguments + " failed", e);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<>(List.of(binary, "--kubeconfig=" + kubeconfig));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(home.toFile());
        // kubectl keeps its discovery cache and preferences under HOME
        builder.environment().put("HOME", home.toString());
        builder.environment().put("KUBECTL_APPLYSET", "true");
        return builder;
    }
}

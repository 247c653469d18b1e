package ai.hexabase.console.bench;

import ai.hexabase.console.fleet.FleetCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** When marks arrive at {@code kubectl get pods --watch}. */
final class Arrivals implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("\\b(1\\d{5})\\b");

    private final Process kubectl;
    private final Map<Integer, Double> seen = new ConcurrentHashMap<>();

    Arrivals(FleetCluster cluster, String kubeconfig) {
        kubectl = cluster.startKubectlWith(
                kubeconfig,
                "get",
                "pods",
                "--namespace=" + ManyPods.NAMESPACE,
                "--watch-only",
                "--no-headers",
                "-o",
                "custom-columns=N:.metadata.name,R:.status.containerStatuses[0].restartCount");
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader lines = kubectl.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var now = Clocks.millis();
                var mark = MARK.matcher(line);
                if (mark.find()) {
                    seen.putIfAbsent(Integer.valueOf(mark.group(1)), now);
                }
            }
        } catch (IOException ended) {
            // closed
        }
    }

    /** Milliseconds since the epoch by mark. */
    Map<Integer, Double> seen() {
        return Map.copyOf(seen);
    }

    @Override
    public void close() {
        kubectl.destroy();
    }
}

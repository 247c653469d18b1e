package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ConnectionFailed;
import java.time.Duration;
import java.util.function.Supplier;

/** The way to a practice cluster's API server, with the troubles that may lie on it. */
record Line(PracticeCluster cluster, Duration patience) {
    /** Asks and waits for the answer; {@link ConnectionFailed} when there is none in time. */
    <T> T ask(Supplier<T> question) {
        waitForAnswer();
        return cluster.inside(question);
    }

    private void waitForAnswer() {
        cluster.lock().lock();
        try {
            long left = patience.toNanos();
            while (cluster.world().has(Trouble.API_SERVER_HANGS) && left > 0) {
                left = cluster.changed().awaitNanos(left);
            }
            var failure = failure(cluster);
            if (failure != null) {
                throw failure;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(cluster, ConnectionFailed.Kind.BROKEN, "interrupted");
        } finally {
            cluster.lock().unlock();
        }
    }

    /** Why nobody answers now; null when somebody does. */
    static @org.jspecify.annotations.Nullable ConnectionFailed failure(PracticeCluster cluster) {
        if (cluster.world().has(Trouble.API_SERVER_GONE)) {
            return failed(cluster, ConnectionFailed.Kind.REFUSED, "Connection refused (practice trouble)");
        }
        return cluster.world().has(Trouble.API_SERVER_HANGS)
                ? failed(cluster, ConnectionFailed.Kind.TIMED_OUT, "no answer in time (practice trouble)")
                : null;
    }

    static ConnectionFailed failed(PracticeCluster cluster, ConnectionFailed.Kind kind, String words) {
        return new ConnectionFailed(kind, "practice://" + cluster.name(), words, null);
    }
}

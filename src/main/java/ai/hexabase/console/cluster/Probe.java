package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one cluster for its version again and again, on a thread of its own; a watch cannot tell a hanging API server
 * from a quiet one.
 */
final class Probe implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Probe.class);

    private final Supplier<ClusterConnection> connection;
    private final Clock clock;
    private final Runnable onAnswer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reachability reachability;

    /** @param onAnswer told after each probe, whatever came out of it */
    Probe(Supplier<ClusterConnection> connection, Clock clock, Runnable onAnswer) {
        this.connection = connection;
        this.clock = clock;
        this.onAnswer = onAnswer;
        this.reachability = new Reachability.Reconnecting(clock.instant(), null);
    }

    Reachability reachability() {
        return reachability;
    }

    /** Probes in the background until closed. */
    Probe start(String name) {
        Thread.ofVirtual().name("probe " + name).start(this::run);
        return this;
    }

    private void run() {
        try {
            do {
                ask();
            } while (!closed.await(ReachabilityRule.pause(reachability).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once and keeps the answer. */
    void ask() {
        reachability = outcome();
        if (closed.getCount() > 0) {
            onAnswer.run();
        }
    }

    private Reachability outcome() {
        var asked = clock.instant();
        try {
            connection.get().serverInfo();
            var now = clock.instant();
            return ReachabilityRule.answered(now, Duration.between(asked, now));
        } catch (ProblemException e) {
            return ReachabilityRule.failed(reachability, e.problem(), clock.instant());
        } catch (RuntimeException e) {
            log.error("Probing failed in an unforeseen way", e);
            var problem = Problem.of("cluster-probe-failed").saying(String.valueOf(e));
            return ReachabilityRule.failed(reachability, problem, clock.instant());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

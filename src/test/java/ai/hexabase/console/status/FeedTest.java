package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class FeedTest {
    @Autowired
    Clusters clusters;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverLeavesInTheMomentNewsComeIsNotHeldUp() {
        var cluster = clusters.registerPractice("left-in-a-hurry", Site.UNKNOWN, "one-zone-3-nodes");
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (var times = 0; times < 500; times++) {
                try (var feed = new Feed<>(
                        LiveKind.PODS,
                        LiveScope.all(cluster.id()),
                        clusters,
                        action -> new Ticker(clock, Duration.ZERO, action))) {
                    feed.connect();
                    // What is listed arrives about now.
                    Thread.onSpinWait();
                }
            }
        }
        clusters.remove(cluster.id());
    }

    @Test
    void whatAClosedFeedStillHearsIsNotTold() {
        var cluster = clusters.registerPractice("closed-feed", Site.UNKNOWN, "one-zone-3-nodes");
        var told = new AtomicBoolean();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var feed = new Feed<>(
                    LiveKind.PODS,
                    LiveScope.all(cluster.id()),
                    clusters,
                    action -> new Ticker(clock, Duration.ZERO, action));
            feed.add(snapshot -> told.set(true));
            feed.connect();
            await().untilTrue(told);
            feed.close();
            told.set(false);
            feed.connect();
            feed.clusterChanged(cluster.id());
            assertThat(told).isFalse();
        }
        clusters.remove(cluster.id());
    }
}

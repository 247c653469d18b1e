package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.status.LogState.Phase;
import ai.hexabase.console.test.HandClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowedLogTest {
    private static final LogOrigin WEB = new LogOrigin("web-1", "web");
    private static final String ONE = "2026-11-24T12:00:01.5Z one";
    private static final String TWO = "2026-11-24T12:00:01.7Z two";
    private static final String THREE = "2026-11-24T12:00:02.1Z three";

    private final List<LogOptions> asked = new CopyOnWriteArrayList<>();
    private final List<LogListener> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final List<LogEntry> heard = new CopyOnWriteArrayList<>();
    private final List<Phase> phases = new CopyOnWriteArrayList<>();
    private FollowedLog log;

    private void follow(boolean previous) {
        var wish = new LogWish(ClusterId.random(), "shop", null, Set.of(), previous, null);
        log = new FollowedLog(
                WEB, wish, 200, this::open, new HandClock(), heard::add, state -> phases.add(state.phase()));
        log.start();
    }

    private Subscription open(LogOptions options, LogListener listener) {
        asked.add(options);
        open.incrementAndGet();
        streams.add(listener);
        return open::decrementAndGet;
    }

    private LogListener stream(int number) {
        await().until(() -> streams.size() >= number);
        return streams.get(number - 1);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private List<String> told() {
        return heard.stream()
                .map(entry -> entry.mark() == null
                        ? entry.text()
                        : "– " + entry.mark().key())
                .toList();
    }

    @Test
    void aBrokenStreamGoesOnWhereItStoodWithNothingTwiceAndTheBreakMarked() {
        follow(false);
        stream(1).line(ONE);
        stream(1).line(TWO);
        stream(1).ended(Problem.of("kube-broken", "x").saying("connection reset"));
        var again = stream(2);
        assertThat(asked.get(1).since()).isEqualTo(Instant.parse("2026-11-24T12:00:01.7Z"));
        // the server counts in seconds, so it tells what was told already
        again.line(ONE);
        again.line(TWO);
        again.line(THREE);
        assertThat(told())
                .containsExactly("one", "two", "– status.logs.mark.broke", "– status.logs.mark.again", "three");
        assertThat(phases).containsSubsequence(Phase.FOLLOWING, Phase.WAITING, Phase.FOLLOWING);
    }

    @Test
    void aContainerThatHasNotStartedIsAskedForAgainWithoutNoise() {
        follow(false);
        stream(1).ended(Problem.of("kube-denied", "BadRequest", 400).saying("container \"web\" is waiting to start"));
        stream(2).line(ONE);
        assertThat(told()).containsExactly("one");
    }

    @Test
    void theLogOfAPodThatIsOverEnds() {
        follow(false);
        stream(1).line(ONE);
        log.podIsOver();
        stream(1).ended(null);
        await().until(() -> phases.contains(Phase.ENDED));
        assertThat(told()).containsExactly("one", "– status.logs.mark.over");
        assertThat(asked).hasSize(1);
        assertThat(open).hasValue(0);
    }

    @Test
    void theRunBeforeTheRestartIsReadOnce() {
        follow(true);
        stream(1).line(ONE);
        stream(1).ended(null);
        await().until(() -> phases.contains(Phase.ENDED));
        assertThat(asked).singleElement().satisfies(options -> {
            assertThat(options.previous()).isTrue();
            assertThat(options.follow()).isFalse();
        });
    }

    @Test
    void closingEndsTheStreamAndNothingIsHeardAfterwards() {
        follow(false);
        var stream = stream(1);
        stream.line(ONE);
        log.close();
        await().until(() -> open.get() == 0);
        stream.line(TWO);
        assertThat(told()).containsExactly("one");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anEndlessLineIsCutAndSaysHowMuchIsMissing() {
        follow(false);
        stream(1).line("2026-11-24T12:00:01Z " + "x".repeat(LogEntry.MOST_CHARS + 7));
        assertThat(heard)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text())
                        .hasSize(LogEntry.MOST_CHARS + " … +7".length())
                        .endsWith(" … +7"));
    }
}

package ai.hexabase.console.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReachabilityRuleTest {
    private static final Instant START = Instant.parse("2026-11-24T14:02:00Z");
    private static final Problem GONE = Problem.of("kube-refused", "https://h");

    @Test
    void aClusterThatJustStoppedAnsweringIsReconnectingSinceItsLastAnswer() {
        var live = ReachabilityRule.answered(START, Duration.ofMillis(12));
        assertThat(ReachabilityRule.failed(live, GONE, START.plusSeconds(7)))
                .isEqualTo(new Reachability.Reconnecting(START, GONE));
    }

    @Test
    void aClusterSilentForLongIsUnknownSinceItsLastAnswer() {
        var live = ReachabilityRule.answered(START, Duration.ofMillis(12));
        var reconnecting = ReachabilityRule.failed(live, GONE, START.plusSeconds(7));
        assertThat(ReachabilityRule.failed(reconnecting, GONE, START.plusSeconds(10)))
                .isEqualTo(new Reachability.UnknownSince(START, GONE));
    }

    @Test
    void anUnknownClusterStaysUnknownWithTheNewestReason() {
        var unknown = new Reachability.UnknownSince(START, GONE);
        var tls = Problem.of("kube-tls", "https://h");
        assertThat(ReachabilityRule.failed(unknown, tls, START.plusSeconds(600)))
                .isEqualTo(new Reachability.UnknownSince(START, tls));
    }

    @Test
    void aFrozenServerIsUnknownWithinTenSecondsOfItsLastAnswer() {
        var timeout = Doors.PROBE.request();
        var first = START.plus(ReachabilityRule.INTERVAL).plus(timeout);
        var second = first.plus(ReachabilityRule.RETRY).plus(timeout);
        var live = ReachabilityRule.answered(START, Duration.ofMillis(12));
        var state = ReachabilityRule.failed(ReachabilityRule.failed(live, GONE, first), GONE, second);
        assertThat(state).isInstanceOf(Reachability.UnknownSince.class);
        assertThat(Duration.between(START, second)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aClockThatWasSetBackMakesNobodyWaitForHoursToHearThatAClusterIsSilent() {
        var live = ReachabilityRule.answered(START, Duration.ofMillis(12));
        var now = START.minus(Duration.ofHours(5));
        var first = ReachabilityRule.failed(live, GONE, now);
        assertThat(first).isEqualTo(new Reachability.Reconnecting(now, GONE));
        assertThat(ReachabilityRule.failed(first, GONE, now.plusSeconds(9)))
                .isEqualTo(new Reachability.UnknownSince(now, GONE));
    }

    @Test
    void uncertaintyIsCheckedMoreOften() {
        assertThat(ReachabilityRule.pause(new Reachability.Reconnecting(START, GONE)))
                .isLessThan(ReachabilityRule.pause(new Reachability.UnknownSince(START, GONE)))
                .isLessThan(ReachabilityRule.pause(ReachabilityRule.answered(START, Duration.ZERO)));
    }
}

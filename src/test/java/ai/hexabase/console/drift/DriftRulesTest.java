package ai.hexabase.console.drift;

import static ai.hexabase.console.drift.DriftSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftRulesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Instant COMPARED = NOW.minusSeconds(120);
    private static final Reachability LIVE = new Reachability.Live(NOW, Duration.ofMillis(4));
    private static final Problem AWAY = Problem.of("kube-refused", "tokyo-prod-1");
    private final Rollout done = DriftSamples.rollout(7, RolloutState.DONE);

    private Comparison compared(@Nullable Instant failedSince) {
        return new Comparison(
                done.id(), COMPARED, 19, failedSince, failedSince == null ? null : AWAY, null, 1, List.of());
    }

    private DriftState state(@Nullable Rollout newest, Comparison comparison, DriftedObject... open) {
        return state(newest, LIVE, comparison, open);
    }

    private DriftState state(
            @Nullable Rollout newest,
            @Nullable Reachability reachability,
            Comparison comparison,
            DriftedObject... open) {
        var baseline = newest == null ? null : done;
        return DriftRules.state(
                new DriftRules.Facts(newest, baseline, reachability, comparison, List.of(open), PATIENCE), NOW);
    }

    @Test
    void nothingDiffersIsInSyncAsOfTheLastCompleteComparison() {
        assertThat(state(done, compared(null))).isEqualTo(new DriftState.InSync(COMPARED));
    }

    @Test
    void objectsThatDifferAreCounted() {
        assertThat(state(done, compared(null), DriftSamples.changed("replicas"), DriftSamples.gone()))
                .isEqualTo(new DriftState.Drifted(2, COMPARED));
    }

    @Test
    void beforeTheFirstFinishedRolloutThereIsNothingToCompareWith() {
        assertThat(state(null, Comparison.NONE)).isEqualTo(new DriftState.NotRolledOut());
    }

    @Test
    void aRolloutsOwnChangesAreNoDriftWhetherItRunsOrWaitsForSomebody() {
        for (var unfinished : RolloutState.values()) {
            if (!unfinished.isOver()) {
                var newest = DriftSamples.rollout(8, unfinished);
                assertThat(state(newest, compared(null), DriftSamples.changed("replicas")))
                        .isEqualTo(new DriftState.UnderWay(newest.id(), 8));
            }
        }
    }

    @Test
    void afterACancelledRolloutTheLastFinishedOneCounts() {
        var cancelled = DriftSamples.rollout(8, RolloutState.CANCELLED);
        assertThat(state(cancelled, compared(null), DriftSamples.changed("replicas")))
                .isEqualTo(new DriftState.Drifted(1, COMPARED));
    }

    @Test
    void aClusterThatDoesNotAnswerIsUnknownSinceItsLastAnswerAndNeverInSync() {
        var since = NOW.minusSeconds(20);
        assertThat(state(done, new Reachability.UnknownSince(since, AWAY), compared(null)))
                .isEqualTo(new DriftState.Unknown(since, AWAY));
        assertThat(state(done, null, compared(null))).isInstanceOf(DriftState.Unknown.class);
    }

    @Test
    void aComparisonThatFailsIsUnknownSinceItFirstFailed() {
        var since = NOW.minusSeconds(90);
        assertThat(state(done, compared(since), DriftSamples.changed("replicas")))
                .isEqualTo(new DriftState.Unknown(since, AWAY));
    }

    @Test
    void aComparisonThatIsTooOldSaysNothingHoweverAliveTheClusterIs() {
        var old = NOW.minus(PATIENCE).minusSeconds(1);
        var comparison = new Comparison(done.id(), old, 19, null, null, null, 1, List.of());
        assertThat(state(done, comparison)).isEqualTo(new DriftState.Unknown(old, Problem.of("drift-overdue", 30)));
    }

    @Test
    void aComparisonWithAnEarlierRolloutDoesNotCount() {
        var other = new Comparison(
                DriftSamples.rollout(6, RolloutState.DONE).id(), COMPARED, 19, null, null, null, 1, List.of());
        assertThat(state(done, other)).isEqualTo(new DriftState.Pending());
    }

    @Test
    void anObjectThatMayNotBeLookedAtIsUnknownAndNeverInSync() {
        var hidden = DriftSamples.hidden();
        assertThat(state(done, compared(null), hidden))
                .isEqualTo(new DriftState.Unknown(hidden.firstSeen(), Problem.of("plan-forbidden", "Secret db")));
        assertThat(state(done, compared(null), hidden, DriftSamples.gone()))
                .isEqualTo(new DriftState.Drifted(1, COMPARED));
    }

    @Test
    void anIgnoredFieldLeavesTheOthersOpen() {
        var object = DriftSamples.changed("replicas", "paused");
        var split = DriftRules.split(List.of(object), List.of(DriftSamples.ignored(object, ".spec.replicas")));
        assertThat(split.open())
                .singleElement()
                .satisfies(open -> assertThat(open.fields())
                        .extracting(field -> field.path().toString())
                        .containsExactly(".spec.paused"));
        assertThat(split.ignored())
                .singleElement()
                .satisfies(leave -> assertThat(leave.object().fields()).hasSize(1));
    }

    @Test
    void anIgnoredObjectIsIgnoredWhole() {
        var object = DriftSamples.changed("replicas", "paused");
        var split = DriftRules.split(List.of(object, DriftSamples.gone()), List.of(DriftSamples.ignored(object, null)));
        assertThat(split.open()).containsExactly(DriftSamples.gone());
        assertThat(split.ignored()).hasSize(1);
    }

    @Test
    void aFieldThatWasIgnoredDoesNotHideThatItsObjectIsGone() {
        var gone = DriftSamples.gone();
        var split = DriftRules.split(List.of(gone), List.of(DriftSamples.ignored(gone, ".spec.type")));
        assertThat(split.open()).containsExactly(gone);
    }
}

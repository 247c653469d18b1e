package ai.hexabase.console.drift;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.drift.DriftedObject.Kind;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.PlanId;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drifted objects, ignores and rollouts as tests of the rules need them. */
final class DriftSamples {
    static final Instant NOW = Instant.parse("2026-11-24T14:30:00Z");
    static final InstallationId INSTALLATION = InstallationId.random();

    private DriftSamples() {}

    static DriftedObject changed(String... fields) {
        return new DriftedObject(
                ResourceKind.DEPLOYMENT.named("hexabase-system", "web"),
                Kind.CHANGED,
                Arrays.stream(fields)
                        .map(field ->
                                new DriftedField(FieldPath.ROOT.field("spec").field(field), "1", "2", false, null, NOW))
                        .toList(),
                null,
                NOW,
                null);
    }

    static DriftedObject gone() {
        return new DriftedObject(
                ResourceKind.SERVICE.named("hexabase-system", "ui"), Kind.GONE, List.of(), null, NOW, null);
    }

    static DriftedObject hidden() {
        return new DriftedObject(
                ResourceKind.SECRET.named("hexabase-system", "db"),
                Kind.UNKNOWN,
                List.of(),
                null,
                NOW.minusSeconds(60),
                Problem.of("plan-forbidden", "Secret db"));
    }

    /** Until a day later. */
    static Ignored ignored(DriftedObject object, @Nullable String field) {
        return new Ignored(
                UUID.randomUUID(),
                INSTALLATION,
                object.key(),
                field,
                "load test",
                "misaki",
                NOW,
                NOW.plus(Duration.ofDays(1)),
                null,
                null);
    }

    static Rollout rollout(long number, RolloutState state) {
        return new Rollout(
                new RolloutId(UUID.randomUUID()),
                number,
                new PlanId(UUID.randomUUID()),
                number,
                INSTALLATION,
                "hq",
                1,
                ClusterId.random(),
                "tokyo-prod-1",
                state,
                NOW.minusSeconds(3600),
                "misaki",
                null,
                null,
                null,
                null,
                Duration.ZERO,
                false,
                List.of());
    }
}

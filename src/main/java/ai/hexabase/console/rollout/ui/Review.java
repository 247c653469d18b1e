package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.rollout.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is under review: an installation, its newest plan, whether that holds, and what was refused last. */
final class Review {
    private final ReviewModel model;
    private Reading reading = new Reading();
    private Staleness staleness = new Staleness.Asking();
    private @Nullable Installation installation;
    private @Nullable Plan plan;
    private @Nullable Problem refusal;

    Review(ReviewModel model) {
        this.model = model;
    }

    /** Begins anew with this installation, if there is such a one. */
    void begin(Optional<InstallationId> id) {
        installation = id.flatMap(model::installation).orElse(null);
        reading = new Reading();
        refusal = null;
    }

    /** Reads the newest plan; true when it is another one than before. */
    boolean load() {
        var before = plan;
        if (installation != null) {
            installation = model.installation(installation.id()).orElse(installation);
            plan = model.latest(installation).orElse(null);
        }
        return plan != null && (before == null || !plan.id().equals(before.id()));
    }

    /** Has another plan made of the newest revision. */
    void planAgain() {
        installation().ifPresent(known -> model.plan(known.id()));
    }

    Optional<Installation> installation() {
        return Optional.ofNullable(installation);
    }

    Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    Reading reading() {
        return reading;
    }

    Staleness staleness() {
        return staleness;
    }

    void staleness(Staleness known) {
        staleness = known;
    }

    @Nullable
    Problem refusal() {
        return refusal;
    }

    void refusal(@Nullable Problem problem) {
        refusal = problem;
    }
}

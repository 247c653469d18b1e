package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import java.util.Map;

/** Plans and rollouts as the record names them. */
final class RolloutActs {
    private static final String INSTALLATION = "installation";

    private RolloutActs() {}

    static Act start(Plan plan) {
        return about(plan.removal() == null ? "rollout.start" : "removal.start", plan);
    }

    /** Keeps a new plan and puts it on record; gives it with its number. */
    static Plan kept(Plan made, PlanStore store, Acts acts) {
        acts.together(
                about("plan.make", made)
                        .after(Map.of(
                                "removes",
                                made.removal() != null,
                                "objects",
                                made.entries().size())),
                () -> store.insert(made));
        return store.find(made.id()).orElseThrow();
    }

    static Act about(String kind, Plan plan) {
        return Act.of(kind)
                .on(INSTALLATION, plan.installation(), plan.installationName())
                .with("plan", plan.id())
                .with("revision", plan.revision())
                .with("cluster", plan.cluster());
    }

    static Act about(String kind, Rollout rollout) {
        return Act.of(kind)
                .on(INSTALLATION, rollout.installation(), rollout.installationName())
                .with("rollout", rollout.id())
                .with("revision", rollout.revision())
                .with("cluster", rollout.cluster());
    }
}

package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Act;

/** Plans and rollouts as the record names them. */
final class RolloutActs {
    private static final String INSTALLATION = "installation";

    private RolloutActs() {}

    static Act start(Plan plan) {
        return about(plan.removal() == null ? "rollout.start" : "removal.start", plan);
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

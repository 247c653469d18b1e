package ai.hexabase.console.rollout;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;

/** Plans and applies as a running console does, for the bench. */
public record MeasuredPlans(RunningConsole console, InstallationId installation) {
    /** Everything a person waits for after asking for a plan: dry runs, checks, and keeping it. */
    public void plan() {
        console.bean(Plans.class).make(installation);
    }

    /** Applies every object of the newest plan one after the other, as a rollout's steps do between their waits. */
    public void apply() {
        var plan = console.bean(Plans.class).latest(installation).orElseThrow();
        var targets = console.bean(Targets.class);
        var target = targets.of(installation, plan.revision());
        var cluster = targets.connection(plan.cluster());
        for (var entry : plan.entries()) {
            target.object(entry.ref()).ifPresent(object -> {
                var effective = Effective.of(object, entry, target.decided());
                var result = cluster.apply(effective.object(), effective.options(ApplyOptions.REAL));
                if (!(result instanceof ApplyResult.Applied)) {
                    throw new IllegalStateException(result.toString());
                }
            });
        }
    }
}

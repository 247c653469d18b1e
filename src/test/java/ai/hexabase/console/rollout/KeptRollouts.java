package ai.hexabase.console.rollout;

import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.preflight.Check;
import ai.hexabase.console.preflight.Report;
import ai.hexabase.console.preflight.Result;
import ai.hexabase.console.profile.Profile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts plans and rollouts into the database as a cluster would have left them, for tests of screens. */
@Component
public class KeptRollouts {
    private static final Instant MADE = Instant.parse("2026-11-24T14:05:00Z");
    private static final ObjectRef DEPLOYMENT =
            ResourceKind.DEPLOYMENT.named("hexabase-system", "hexabase-control-plane");

    private final KeptClusters clusters;
    private final Installations installations;
    private final PlanStore plans;
    private final RolloutStore rollouts;
    private final StepStore steps;
    private final RolloutNews news;

    KeptRollouts(
            KeptClusters clusters,
            Installations installations,
            PlanStore plans,
            RolloutStore rollouts,
            StepStore steps,
            RolloutNews news) {
        this.clusters = clusters;
        this.installations = installations;
        this.plans = plans;
        this.rollouts = rollouts;
        this.steps = steps;
        this.news = news;
    }

    /** An installation of its own, on a cluster that cannot be asked. */
    public Installation installation() {
        var name = "hq-" + UUID.randomUUID().toString().substring(0, 8);
        return installations.create(
                name, clusters.silent(name), Profile.of(Profile.SMALL).settings(), "");
    }

    /** A plan that deletes, changes, creates and keeps; with a warning and a failed check when it is not clean. */
    public Plan plan(Installation installation, boolean clean) {
        return plans.insert(new Plan(
                PlanId.random(),
                0,
                installation.id(),
                installation.name(),
                installation.latestRevision(),
                installation.cluster(),
                "tokyo-prod-1",
                MADE,
                "misaki",
                new Plan.Fingerprint("f00d", Map.of()),
                report(clean),
                entries(clean),
                Map.of(),
                Set.of(),
                List.of(),
                null));
    }

    /** A plan that must delete a Service and make it anew. */
    public Plan replacing(Installation installation) {
        var plan = plan(installation, true);
        var replacement = new Replacement(
                "0815",
                List.of(new Refusal.Cause("spec.clusterIP", "field is immutable")),
                DeleteOptions.Propagation.BACKGROUND,
                List.of(Message.of("rollout.replace.address", "api")),
                false);
        var service = new PlanEntry(
                Phase.NETWORKING,
                Action.REPLACE,
                ResourceKind.SERVICE.named("hexabase-system", "api"),
                "kind: Service\n",
                "kind: Service\nspec: {}\n",
                false,
                List.of(),
                List.of(),
                null,
                replacement);
        plans.update(
                plan.id(),
                Map.of(),
                Stream.concat(plan.entries().stream(), Stream.of(service)).toList());
        return plans.find(plan.id()).orElseThrow();
    }

    private static Report report(boolean clean) {
        var pass = new Check(
                "reachable",
                Result.PASS,
                Message.of("preflight.reachable.yes"),
                Message.of("preflight.reachable.needed"),
                null,
                null);
        var blocked = new Check(
                "access",
                Result.BLOCKED,
                Message.of("preflight.access.missing", 1, 40),
                Message.of("preflight.access.needed"),
                Message.of("preflight.access.action"),
                "create deployments.apps in hexabase-system");
        return new Report(MADE, clean ? List.of(pass) : List.of(pass, blocked));
    }

    private static List<PlanEntry> entries(boolean clean) {
        var before = deployment(4, "1.4.2");
        var after = deployment(3, "1.5.0");
        var conflict = new FieldConflict("kubectl-edit", ".spec.replicas", "conflict with \"kubectl-edit\"");
        return List.of(
                entry(
                        Phase.VERIFY,
                        Action.DELETE,
                        config("config-7f3a"),
                        "kind: ConfigMap\n",
                        "",
                        List.of(),
                        List.of()),
                entry(
                        Phase.NAMESPACE,
                        Action.UNCHANGED,
                        ResourceKind.NAMESPACE.named("hexabase-system"),
                        "kind: Namespace\n",
                        "kind: Namespace\n",
                        List.of(),
                        List.of()),
                entry(
                        Phase.CONFIGMAPS,
                        Action.CREATE,
                        config("config-9c1e"),
                        "",
                        "kind: ConfigMap\n",
                        List.of(),
                        List.of()),
                entry(
                        Phase.CONTROL_PLANE,
                        Action.CHANGE,
                        DEPLOYMENT,
                        before,
                        after,
                        clean ? List.of() : List.of("would violate PodSecurity \"restricted:latest\": seccompProfile"),
                        clean ? List.of() : List.of(conflict)));
    }

    private static ObjectRef config(String name) {
        return ResourceKind.CONFIG_MAP.named("hexabase-system", name);
    }

    private static String deployment(int replicas, String version) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: hexabase-control-plane
                spec:
                  replicas: %d
                  image: hexabase/control-plane:%s
                """.formatted(replicas, version);
    }

    private static PlanEntry entry(
            Phase phase,
            Action action,
            ObjectRef ref,
            String before,
            String after,
            List<String> warnings,
            List<FieldConflict> conflicts) {
        return new PlanEntry(phase, action, ref, before, after, false, warnings, conflicts, null);
    }

    /** A plan that takes the installation from its cluster. */
    public Plan removing(Installation installation) {
        return plans.insert(new Plan(
                PlanId.random(),
                0,
                installation.id(),
                installation.name(),
                installation.latestRevision(),
                installation.cluster(),
                "tokyo-prod-1",
                MADE,
                "misaki",
                new Plan.Fingerprint("", Map.of()),
                report(true),
                List.of(),
                Map.of(),
                Set.of(),
                List.of(),
                new Removal(false, List.of(), List.of())));
    }

    /** A rollout of the plan whose steps before this one are done, and this one is at work. */
    public RolloutId running(Plan plan, Phase at) {
        var id = RolloutId.random();
        var start = MADE.plusSeconds(60);
        rollouts.insert(
                id,
                plan,
                Arrays.stream(Phase.values())
                        .map(phase -> step(phase, at, start))
                        .toList(),
                "misaki",
                start);
        rollouts.event(id, start, "start", Message.of("rollout.event.started", "misaki", plan.number()), null);
        return id;
    }

    private static Step step(Phase phase, Phase at, Instant start) {
        var todo = Step.todo(phase, 2);
        if (phase.ordinal() > at.ordinal()) {
            return todo;
        }
        var started = todo.started(start.plusSeconds(phase.ordinal()));
        return phase == at
                ? started.waiting(
                        Message.of("rollout.wait.replicas", "hexabase-control-plane", 2, 3),
                        "migrations running",
                        start.plusSeconds(600),
                        null,
                        null)
                : started.done(Message.of("rollout.done.unchanged", 2), start.plusSeconds(phase.ordinal() + 1L));
    }

    /** The step at work comes to its end. */
    public void finishStep(RolloutId id) {
        save(id, current(id).done(Message.of("rollout.done.unchanged", 2), MADE.plusSeconds(200)), null);
    }

    public void fail(RolloutId id) {
        var problem =
                Problem.of("rollout-kept-out", "hexabase-control-plane").saying("exceeded quota: hexabase-platform");
        save(id, current(id).failed(problem, MADE.plusSeconds(300)), RolloutState.FAILED);
    }

    public void pause(RolloutId id) {
        rollouts.pausing(id, "kenji");
        rollouts.paused(id, MADE.plusSeconds(300));
        news.changed(id);
    }

    public void loseCluster(RolloutId id) {
        var lost = Message.of("rollout.wait.unreachable", "tokyo-prod-1");
        save(id, current(id).unreachable(lost, "Connection refused", MADE.plusSeconds(300)), null);
    }

    /** All steps come to their end. */
    public void finish(RolloutId id) {
        rollouts.find(id).orElseThrow().steps().stream()
                .map(step -> step.startedAt() == null ? step.started(MADE.plusSeconds(200)) : step)
                .forEach(step -> steps.save(id, step.done(Message.of("rollout.done.nothing"), MADE.plusSeconds(431))));
        rollouts.become(id, RolloutState.DONE, MADE.plusSeconds(431));
        news.changed(id);
    }

    private Step current(RolloutId id) {
        return rollouts.find(id).orElseThrow().current().orElseThrow();
    }

    private void save(RolloutId id, Step step, @Nullable RolloutState state) {
        steps.save(id, step);
        if (state != null) {
            rollouts.become(id, state, MADE.plusSeconds(300));
        }
        news.changed(id);
    }

    /** The link to the review of this installation. */
    public static String review(InstallationId installation) {
        return RolloutLinks.review(installation);
    }
}

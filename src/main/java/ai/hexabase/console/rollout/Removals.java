package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.preflight.Check;
import ai.hexabase.console.preflight.Report;
import ai.hexabase.console.preflight.Result;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Plans that take an installation from its cluster; they are started and carried out like any other plan. */
@Service
public class Removals {
    private final Targets targets;
    private final RolloutHistory history;
    private final PlanStore store;
    private final ActingPerson person;
    private final Acts acts;
    private final Clock clock;

    Removals(Targets targets, RolloutHistory history, PlanStore store, ActingPerson person, Acts acts, Clock clock) {
        this.acts = acts;
        this.targets = targets;
        this.history = history;
        this.store = store;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Looks for what is there, for some seconds, and keeps the answer. Problems: {@code removal-never} when nothing was
     * ever brought there, {@code removal-unreadable}; a cluster that cannot be reached is
     * {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public Plan make(InstallationId installation, ClusterId cluster, boolean deleteVolumes) {
        return acts.attempt(Act.of("plan.make").on("installation", installation, ""), () -> {
            person.require(Role.OPERATOR, installation);
            return RolloutActs.kept(found(installation, cluster, deleteVolumes), store, acts);
        });
    }

    private Plan found(InstallationId installation, ClusterId cluster, boolean deleteVolumes) {
        var revision = history.lastBrought(installation, cluster)
                .orElseThrow(() -> new ProblemException(Problem.of("removal-never")));
        var target = targets.of(installation, revision);
        var connection = targets.connection(cluster);
        var found = new Belongings(connection, target, installation).find(deleteVolumes);
        return new Plan(
                PlanId.random(),
                0,
                installation,
                target.installationName(),
                revision,
                cluster,
                target.clusterName(),
                clock.instant(),
                person.name(),
                new Plan.Fingerprint("", Belongings.uids(found.goes())),
                report(connection, found),
                entries(found, target),
                Map.of(),
                Set.of(),
                List.of(),
                found.removal());
    }

    private static List<PlanEntry> entries(Belongings.Found found, Target target) {
        var order = new RemovalOrder(target);
        return found.goes().stream()
                .map(live -> EntryDraft.deletion(live, order.phase(live)))
                .toList();
    }

    private Report report(ClusterConnection cluster, Belongings.Found found) {
        var questions = new LinkedHashSet<AccessQuestion>();
        for (var live : found.goes()) {
            questions.add(AccessQuestion.of("delete", live.kind(), live.namespace()));
            if (live.kind().equals(ResourceKind.DATABASE_CLUSTER)) {
                questions.add(AccessQuestion.of("patch", live.kind(), live.namespace()));
                questions.add(AccessQuestion.of("delete", ResourceKind.POD, live.namespace()));
            }
        }
        var missing = cluster.checkAccess(List.copyOf(questions)).stream()
                .filter(answer -> !answer.allowed())
                .map(answer -> answer.question())
                .map(question -> question.verb() + " " + question.resource()
                        + (question.group().isEmpty() ? "" : "." + question.group()))
                .distinct()
                .toList();
        return new Report(clock.instant(), List.of(access(questions.size(), missing)));
    }

    private static Check access(int asked, List<String> missing) {
        var needed = Message.of("preflight.access.needed");
        return missing.isEmpty()
                ? new Check("access", Result.PASS, Message.of("preflight.access.all", asked), needed, null, null)
                : new Check(
                        "access",
                        Result.BLOCKED,
                        Message.of("preflight.access.missing", missing.size(), asked),
                        needed,
                        Message.of("preflight.access.action"),
                        missing.stream().collect(Collectors.joining("\n")));
    }

    /** The newest plan that takes the installation from this cluster. */
    public Optional<Plan> latest(InstallationId installation, ClusterId cluster) {
        return store.latestRemoval(installation, cluster).filter(plan -> person.sees(installation));
    }

    /** What has come or gone since the plan was made. */
    List<Message> staleBecause(Plan plan, Removal removal) {
        var target = targets.of(plan.installation(), plan.revision());
        var found = new Belongings(targets.connection(plan.cluster()), target, plan.installation())
                .find(removal.deletesVolumes());
        return Plans.differences(plan.fingerprint(), new Plan.Fingerprint("", Belongings.uids(found.goes())));
    }
}

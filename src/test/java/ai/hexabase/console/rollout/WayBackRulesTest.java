package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.preflight.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayBackRulesTest {
    private static final ObjectRef DEPLOYMENT = ResourceKind.DEPLOYMENT.named("ns", "web");
    private static final ObjectRef SERVICE = ResourceKind.SERVICE.named("ns", "web");
    private static final ObjectRef JOB = ResourceKind.JOB.named("ns", "init");
    private static final ObjectRef SECRET = ResourceKind.SECRET.named("ns", "password");

    @Test
    void theSameObjectAgainIsNoDifference() {
        var rules = rules(
                List.of(entry(Action.CHANGE, DEPLOYMENT, "replicas: 3\n", "replicas: 5\n")),
                List.of(entry(Action.CHANGE, DEPLOYMENT, "replicas: 5\n", "replicas: 3\n")));
        assertThat(rules.differences()).isEmpty();
        assertThat(rules.lasting()).isEmpty();
        assertThat(rules.objects()).isEqualTo(1);
    }

    @Test
    void anotherObjectThanBeforeIsShownWithBothTexts() {
        var rules = rules(
                List.of(entry(Action.CHANGE, DEPLOYMENT, "replicas: 4\n", "replicas: 5\n")),
                List.of(entry(Action.CHANGE, DEPLOYMENT, "replicas: 5\n", "replicas: 3\n")));
        assertThat(rules.differences())
                .containsExactly(new WayBack.Difference(DEPLOYMENT, "replicas: 4\n", "replicas: 3\n", false, null));
    }

    @Test
    void whatWasNotThereMustGoAgain() {
        var created = entry(Action.CREATE, SERVICE, "", "kind: Service\n");
        assertThat(rules(List.of(created), List.of(entry(Action.DELETE, SERVICE, "kind: Service\n", "")))
                        .differences())
                .isEmpty();
        var stays = rules(List.of(created), List.of(entry(Action.UNCHANGED, SERVICE, "kind: X\n", "kind: X\n")));
        assertThat(stays.differences()).containsExactly(new WayBack.Difference(SERVICE, "", "kind: X\n", false, null));
    }

    @Test
    void whatIsMadeAnewIsTheSameButForItsAddressWhichIsSaid() {
        var service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ClusterIP\n";
        var rules = rules(
                List.of(entry(Action.DELETE, SERVICE, service + "  clusterIP: 10.0.0.7\n  ports: []\n", "")),
                List.of(entry(Action.CREATE, SERVICE, "", service + "  ports: []\n")));
        assertThat(rules.differences()).isEmpty();
        assertThat(rules.lasting()).containsExactly(new WayBack.Lasting(SERVICE, WayBack.Kind.NEW_ADDRESS));
    }

    @Test
    void whatNoWayBackUndoesIsNamed() {
        var job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: init\n";
        var secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: password\n";
        var rules = rules(
                List.of(entry(Action.CREATE, JOB, "", job), entry(Action.DELETE, SECRET, secret, "")),
                List.of(entry(Action.DELETE, JOB, job, ""), entry(Action.CREATE, SECRET, "", secret)));
        assertThat(rules.lasting())
                .containsExactly(
                        new WayBack.Lasting(JOB, WayBack.Kind.JOB_DONE),
                        new WayBack.Lasting(SECRET, WayBack.Kind.DATA_LOST));
    }

    @Test
    void aJobThatThePlanDeletesRunsOnceMoreOnTheWayBackBeforeAndAfterTheRollout() {
        var job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: init\n";
        var again = List.of(new WayBack.Lasting(JOB, WayBack.Kind.JOB_AGAIN));
        var deleted = List.of(entry(Action.DELETE, JOB, job, ""));
        assertThat(rules(deleted, List.of(entry(Action.UNCHANGED, JOB, job, job)))
                        .lasting())
                .isEqualTo(again);
        assertThat(rules(deleted, List.of(entry(Action.CREATE, JOB, "", job))).lasting())
                .isEqualTo(again);
    }

    @Test
    void aJobThatRanAgainIsTheSameJob() {
        var job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: init\nspec:\n  selector: {uid: %s}\n";
        var rules = rules(
                List.of(entry(Action.DELETE, JOB, job.formatted("one"), "")),
                List.of(entry(Action.UNCHANGED, JOB, job.formatted("two"), job.formatted("two"))));
        assertThat(rules.differences()).isEmpty();
    }

    @Test
    void aRefusalAndAConflictAreDifferencesEvenWhenTheTextsAreEqual() {
        var change = entry(Action.CHANGE, DEPLOYMENT, "a: 1\n", "a: 2\n");
        var refused = again(List.of(), Problem.of("plan-refused", DEPLOYMENT));
        assertThat(rules(List.of(change), List.of(refused)).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.problem()).isNotNull());
        var contested = again(List.of(new FieldConflict("kubectl", ".a", "conflict")), null);
        assertThat(rules(List.of(change), List.of(contested)).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.contested()).isTrue());
    }

    @Test
    void hiddenValuesAreNotCompared() {
        var rules = rules(
                List.of(entry(Action.CHANGE, SECRET, "data: (hidden)\n", "data: (hidden, changed)\n")),
                List.of(entry(Action.CHANGE, SECRET, "data: (hidden)\n", "data: (hidden, changed)\n")));
        assertThat(rules.differences()).isEmpty();
    }

    private static PlanEntry again(List<FieldConflict> conflicts, @Nullable Problem problem) {
        return new PlanEntry(
                Phase.CONTROL_PLANE,
                Action.CHANGE,
                DEPLOYMENT,
                "a: 2\n",
                "a: 1\n",
                false,
                List.of(),
                conflicts,
                problem);
    }

    private static PlanEntry entry(Action action, ObjectRef ref, String before, String after) {
        return new PlanEntry(Phase.CONTROL_PLANE, action, ref, before, after, false, List.of(), List.of(), null);
    }

    private static WayBackRules rules(List<PlanEntry> forth, List<PlanEntry> back) {
        var now = Instant.EPOCH;
        var plan = new Plan(
                PlanId.random(),
                1,
                InstallationId.random(),
                "hq",
                2,
                ClusterId.random(),
                "tokyo",
                now,
                "misaki",
                new Plan.Fingerprint("", Map.of()),
                new Report(now, List.of()),
                forth,
                Map.of(),
                Set.of(),
                List.of(),
                null);
        return new WayBackRules(plan, back, Map.of());
    }
}

package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodEffectsTest {
    private static final ObjectRef DEPLOYMENT = ResourceKind.DEPLOYMENT.named("ns", "web");
    private static final ObjectRef STATEFUL_SET = ResourceKind.STATEFUL_SET.named("ns", "web");
    private static final ObjectRef DATABASE = ResourceKind.DATABASE_CLUSTER.named("ns", "db");

    @Test
    void anotherTemplateReplacesPodsOneAfterTheOtherByTheDeploymentsOwnRule() {
        assertThat(change(
                        DEPLOYMENT,
                        deployment(3, "1.4", "maxUnavailable: 0"),
                        deployment(3, "1.5", "maxUnavailable: 0")))
                .containsExactly(Message.of("rollout.effect.replaced", 3, "web", 3));
    }

    @ParameterizedTest
    @CsvSource({"maxUnavailable: 1, 9", "maxUnavailable: 25%, 8", "maxSurge: 1, 9"})
    void howManyStayUpFollowsFromTheRule(String rule, int stay) {
        assertThat(change(DEPLOYMENT, deployment(10, "1.4", rule), deployment(10, "1.5", rule)))
                .containsExactly(Message.of("rollout.effect.replaced", 10, "web", stay));
    }

    @Test
    void recreateStopsAllBeforeTheNewOnesStart() {
        var rule = "spec:\n  replicas: 3\n  strategy: {type: Recreate}\n  template: {image: '%s'}\n";
        assertThat(change(
                        DEPLOYMENT,
                        object("Deployment", rule.formatted("a")),
                        object("Deployment", rule.formatted("b"))))
                .containsExactly(Message.of("rollout.effect.recreated", 3, "web"));
    }

    @Test
    void aStatefulSetReplacesOneAfterTheOther() {
        var spec = "spec:\n  replicas: 3\n  template: {image: '%s'}\n";
        assertThat(change(
                        STATEFUL_SET,
                        object("StatefulSet", spec.formatted("a")),
                        object("StatefulSet", spec.formatted("b"))))
                .containsExactly(Message.of("rollout.effect.replaced", 3, "web", 2));
    }

    @Test
    void anotherNumberAddsOrStopsPodsAndLeavesTheOthersAlone() {
        var three = deployment(3, "1.5", "maxUnavailable: 0");
        var five = deployment(5, "1.5", "maxUnavailable: 0");
        assertThat(change(DEPLOYMENT, three, five)).containsExactly(Message.of("rollout.effect.more", 3, 5, "web"));
        assertThat(change(DEPLOYMENT, five, three)).containsExactly(Message.of("rollout.effect.fewer", 5, 3, "web"));
    }

    @Test
    void anotherLabelOfTheDeploymentItselfTouchesNoPod() {
        var before = deployment(3, "1.5", "maxUnavailable: 0");
        assertThat(change(DEPLOYMENT, before, before.replace("name: web", "name: web\n  labels: {a: b}")))
                .containsExactly(Message.of("rollout.effect.none", "web"));
    }

    @Test
    void whatIsMadeStartsAndWhatIsDeletedStops() {
        var made = deployment(3, "1.5", "maxUnavailable: 0");
        assertThat(PodEffects.of(entry(Action.CREATE, DEPLOYMENT, "", made, null)))
                .containsExactly(Message.of("rollout.effect.starts", 3, "web"));
        assertThat(PodEffects.of(entry(Action.DELETE, DEPLOYMENT, made, "", null)))
                .containsExactly(Message.of("rollout.effect.stops", "web"));
        var job = ResourceKind.JOB.named("ns", "init");
        var text = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: init\n";
        assertThat(PodEffects.of(entry(Action.CREATE, job, "", text, null)))
                .containsExactly(Message.of("rollout.effect.runs", "init"));
    }

    @Test
    void moreStorageAndInstancesOfADatabaseRestartNothingAndOtherChangesMay() {
        var small = database(2, "100Gi", "8Gi");
        assertThat(change(DATABASE, small, database(2, "200Gi", "8Gi")))
                .containsExactly(Message.of("rollout.effect.none", "db"));
        assertThat(change(DATABASE, small, database(3, "100Gi", "8Gi")))
                .containsExactly(Message.of("rollout.effect.more", 2, 3, "db"));
        assertThat(change(DATABASE, small, database(2, "100Gi", "16Gi")))
                .containsExactly(Message.of("rollout.effect.database", "db"));
    }

    @Test
    void nothingIsSaidOfObjectsWithoutPodsUnchangedAndRefusedOnes() {
        var text = deployment(3, "1.5", "maxUnavailable: 0");
        var service = ResourceKind.SERVICE.named("ns", "web");
        assertThat(PodEffects.of(entry(Action.CREATE, service, "", "kind: Service\n", null)))
                .isEmpty();
        assertThat(PodEffects.of(entry(Action.UNCHANGED, DEPLOYMENT, text, text, null)))
                .isEmpty();
        assertThat(PodEffects.of(entry(Action.CREATE, DEPLOYMENT, "", text, Problem.of("plan-refused", "web"))))
                .isEmpty();
    }

    private static List<Message> change(ObjectRef ref, String before, String after) {
        return PodEffects.of(entry(Action.CHANGE, ref, before, after, null));
    }

    private static String deployment(int replicas, String image, String rule) {
        return object("Deployment", """
                spec:
                  replicas: %d
                  strategy: {type: RollingUpdate, rollingUpdate: {%s}}
                  template: {image: '%s'}
                """.formatted(replicas, rule, image));
    }

    private static String database(int instances, String size, String memory) {
        return """
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata:
                  name: db
                spec:
                  instances: %d
                  storage: {size: %s}
                  resources: {requests: {memory: %s}}
                """.formatted(instances, size, memory);
    }

    private static String object(String kind, String spec) {
        return "apiVersion: apps/v1\nkind: " + kind + "\nmetadata:\n  name: web\n" + spec;
    }

    private static PlanEntry entry(
            Action action, ObjectRef ref, String before, String after, @Nullable Problem problem) {
        return new PlanEntry(Phase.CONTROL_PLANE, action, ref, before, after, false, List.of(), List.of(), problem);
    }
}

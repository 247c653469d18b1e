package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadJudgeTest {
    private static final Instant SEEN = Instant.parse("2026-11-24T14:00:00Z");

    private static KubeObject deployment(int seen, int updated, int available, int total, String conditions) {
        return Samples.yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: api, namespace: n, generation: 7}
                spec: {replicas: 3}
                status: {observedGeneration: %d, updatedReplicas: %d, availableReplicas: %d, replicas: %d, conditions: [%s]}
                """.formatted(seen, updated, available, total, conditions));
    }

    private static String condition(String type, String status, String reason, String message) {
        return "{type: %s, status: '%s', reason: %s, message: '%s'}".formatted(type, status, reason, message);
    }

    private static KubeObject pod(String status) {
        return Samples.yaml("{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: n}, status: " + status + "}");
    }

    private static KubeObject waitingPod(String reason) {
        return pod("{containerStatuses: [{name: main, image: 'x:1', state: {waiting: {reason: " + reason
                + ", message: said so}}}]}");
    }

    private static Wait waiting(StepOutcome outcome) {
        assertThat(outcome).isInstanceOf(Wait.class);
        return (Wait) outcome;
    }

    @Test
    void aStatefulSetWhosePodsAreKeptOutIsFoundByItsEvents() {
        var cluster = new ScriptedCluster();
        var set = Samples.yaml("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: n, uid: s1, generation: 1}
                spec: {replicas: 2, selector: {matchLabels: {app: db}}}
                status: {observedGeneration: 1, replicas: 0}
                """);
        cluster.put(set);
        var look = new Look(cluster, SEEN);
        assertThat(waiting(WorkloadJudge.look(look, set)).trouble()).isNull();
        cluster.put(Samples.yaml("""
                apiVersion: v1
                kind: Event
                metadata: {name: db.1, namespace: n}
                reason: FailedCreate
                involvedObject: {kind: StatefulSet, name: db, uid: s1}
                message: 'create Pod db-0 in StatefulSet db failed error: pods "db-0" is forbidden: exceeded quota: team'
                lastTimestamp: '2026-11-24T14:00:00Z'
                """));
        var trouble = waiting(WorkloadJudge.look(look, set)).trouble();
        assertThat(trouble.problem().code()).isEqualTo("rollout-kept-out");
        assertThat(trouble.problem().words()).contains("exceeded quota: team");
        assertThat(trouble.seen()).isEqualTo(SEEN);
    }

    @Test
    void isDoneWhenAllReplicasAreNewAndAvailableAndNoOldOneIsLeft() {
        assertThat(WorkloadJudge.workload(deployment(7, 3, 3, 3, ""), List.of()))
                .isInstanceOf(Done.class);
        assertThat(WorkloadJudge.workload(deployment(7, 3, 3, 4, ""), List.of()))
                .isInstanceOf(Wait.class);
    }

    @Test
    void waitsForTheControllerEvenWhenOldNumbersLookGood() {
        var wait = waiting(WorkloadJudge.workload(deployment(6, 3, 3, 3, ""), List.of()));
        assertThat(wait.why().key()).isEqualTo("rollout.wait.controller");
    }

    @Test
    void countsOnlyNewReplicasAsAvailable() {
        var wait = waiting(WorkloadJudge.workload(deployment(7, 1, 3, 4, ""), List.of()));
        assertThat(wait.why().args()).containsExactly("api", "1", "3");
        assertThat(wait.trouble()).isNull();
    }

    @Test
    void podsThatAreKeptOutFailInTheConditionsWordsAfterAWhile() {
        var refused = condition("ReplicaFailure", "True", "FailedCreate", "exceeded quota: q");
        var wait = waiting(WorkloadJudge.workload(deployment(7, 0, 0, 0, refused), List.of()));
        assertThat(wait.theirWords()).isEqualTo("exceeded quota: q");
        assertThat(wait.trouble().problem().code()).isEqualTo("rollout-kept-out");
        assertThat(wait.trouble().patience()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void podsThatAreKeptOutUntilTheProgressDeadlineFailInTheirWordsAndNotTheDeadlines() {
        var both = condition("ReplicaFailure", "True", "FailedCreate", "exceeded quota: q") + ","
                + condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out");
        var failed = (Failed) WorkloadJudge.workload(deployment(7, 0, 0, 0, both), List.of());
        assertThat(failed.problem().words()).isEqualTo("exceeded quota: q");
    }

    @Test
    void noProgressForTooLongFails() {
        var stuck = condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out");
        var failed = (Failed) WorkloadJudge.workload(deployment(7, 2, 2, 3, stuck), List.of());
        assertThat(failed.problem().code()).isEqualTo("rollout-no-progress");
    }

    @Test
    void tellsWhatThePodsSufferFrom() {
        var deployment = deployment(7, 3, 0, 3, "");
        assertThat(trouble(deployment, waitingPod("ImagePullBackOff"))).isEqualTo("rollout-image");
        assertThat(trouble(deployment, waitingPod("CreateContainerConfigError")))
                .isEqualTo("rollout-container");
        assertThat(trouble(deployment, waitingPod("CrashLoopBackOff"))).isEqualTo("rollout-crashing");
        assertThat(
                        trouble(
                                deployment,
                                pod(
                                        "{conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: full}]}")))
                .isEqualTo("rollout-unschedulable");
        assertThat(waiting(WorkloadJudge.workload(deployment, List.of(waitingPod("ContainerCreating"))))
                        .trouble())
                .isNull();
    }

    private static String trouble(KubeObject deployment, KubeObject pod) {
        return waiting(WorkloadJudge.workload(deployment, List.of(pod)))
                .trouble()
                .problem()
                .code();
    }

    @Test
    void troubleIsTheSameTroubleWhenOnlyThePodOrItsWordsChange() {
        var one = PodJudge.trouble("api", List.of(waitingPod("ErrImagePull"))).orElseThrow();
        var other =
                PodJudge.trouble("api", List.of(waitingPod("ImagePullBackOff"))).orElseThrow();
        assertThat(one.id()).isEqualTo(other.id());
    }

    private static KubeObject job(String conditions) {
        return Samples.yaml(
                "{apiVersion: batch/v1, kind: Job, metadata: {name: init, namespace: n}, status: {conditions: ["
                        + conditions + "]}}");
    }

    @Test
    void aJobIsDoneWhenCompleteAndFailsInItsOwnWords() {
        assertThat(WorkloadJudge.job(job(condition("Complete", "True", "Completed", "")), List.of(), null))
                .isInstanceOf(Done.class);
        var failed = (Failed) WorkloadJudge.job(
                job(condition("Failed", "True", "BackoffLimitExceeded", "tried 3 times")), List.of(), null);
        assertThat(failed.problem().words()).isEqualTo("BackoffLimitExceeded: tried 3 times");
        var keptOut = waiting(WorkloadJudge.job(job(""), List.of(), new KeptOut("pods \"init\" is forbidden", SEEN)));
        assertThat(keptOut.trouble().problem().code()).isEqualTo("rollout-kept-out");
    }

    private static KubeObject database(int ready, String healthy) {
        return Samples.yaml("""
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata: {name: db, namespace: n}
                spec: {instances: 2}
                status: {readyInstances: %d, phase: Setting up primary, conditions: [%s]}
                """.formatted(ready, condition("Ready", healthy, "R", "m")));
    }

    @Test
    void aDatabaseIsDoneWhenAllInstancesAreReadyAndItSaysSo() {
        assertThat(WorkloadJudge.database(database(2, "True"), List.of(), null)).isInstanceOf(Done.class);
        assertThat(waiting(WorkloadJudge.database(database(2, "False"), List.of(), null))
                        .theirWords())
                .isEqualTo("Setting up primary");
        assertThat(waiting(WorkloadJudge.database(database(1, "True"), List.of(), new KeptOut("exceeded quota", SEEN)))
                        .trouble())
                .isNotNull();
    }
}

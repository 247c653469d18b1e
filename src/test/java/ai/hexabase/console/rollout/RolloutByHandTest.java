package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What takes a real cluster minutes, with a clock driven by hand. */
@ConsoleTest
class RolloutByHandTest {
    private static final String LABELS = "labels: {applyset.kubernetes.io/part-of: set, own: '1'}";
    private static final KubeObject NAMESPACE =
            Samples.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: n, labels: {own: '1'}}}");
    private static final KubeObject CONFIG = Samples.yaml(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n, " + LABELS + "}, data: {a: b}}");
    private static final KubeObject API = Samples.yaml(
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: n, " + LABELS
                    + "}, spec: {replicas: 1, selector: {matchLabels: {app: api}}, template: {spec: {containers: []}}}}");
    private static final KubeObject INIT =
            Samples.yaml("{apiVersion: batch/v1, kind: Job, metadata: {name: init, namespace: n, " + LABELS + "}}");
    private static final String AVAILABLE = "{updatedReplicas: 1, availableReplicas: 1, replicas: 1}";
    private static final String COMPLETE = "{conditions: [{type: Complete, status: 'True'}]}";

    @Autowired
    DataSource console;

    RolloutGround ground;

    @BeforeEach
    void start() {
        ground = new RolloutGround(console);
        ground.rendered.addAll(List.of(
                new RenderedObject(Phase.NAMESPACE, NAMESPACE),
                new RenderedObject(Phase.CONFIGMAPS, CONFIG),
                new RenderedObject(Phase.CONTROL_PLANE, API),
                new RenderedObject(Phase.INITIALISE, INIT)));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private RolloutId begin() {
        var plan = ground.plans.make(ground.installation);
        assertThat(plan.blockers()).as("%s", plan.report()).isEmpty();
        return ground.rollouts.start(plan.id());
    }

    private Step current(RolloutId id) {
        return ground.rollouts.get(id).current().orElseThrow();
    }

    private void assertState(RolloutId id, RolloutState state) {
        assertThat(ground.rollouts.get(id).state()).isEqualTo(state);
    }

    @Test
    void goesThroughAllStepsAndWaitsWhereThereIsSomethingToWaitFor() {
        var id = begin();
        ground.pass(Duration.ofSeconds(10));
        assertThat(current(id).phase()).isEqualTo(Phase.WAIT_AVAILABLE);
        assertThat(current(id).words().key()).isEqualTo("rollout.wait.replicas");
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(10));
        assertThat(current(id).phase()).isEqualTo(Phase.INITIALISE);
        ground.cluster.status(INIT.ref(), COMPLETE);
        ground.pass(Duration.ofSeconds(10));
        assertState(id, RolloutState.DONE);
        assertThat(ground.cluster.applied).containsExactly("n", "c", "api", "init");
    }

    @Test
    void waitsSixHundredSecondsAndNotLonger() {
        var id = begin();
        ground.pass(Duration.ofSeconds(590));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofSeconds(20));
        assertState(id, RolloutState.FAILED);
        assertThat(current(id).problem().code()).isEqualTo("rollout-deadline");
        assertThat(current(id).words().key()).isEqualTo("rollout.wait.replicas");
    }

    @Test
    void theTimeInWhichTheClusterDoesNotAnswerDoesNotCount() {
        var id = begin();
        ground.pass(Duration.ofSeconds(500));
        ground.cluster.away = ConnectionFailed.Kind.REFUSED;
        ground.pass(Duration.ofSeconds(300));
        assertState(id, RolloutState.RUNNING);
        assertThat(current(id).unreachableSince()).isNotNull();
        assertThat(current(id).words().key()).isEqualTo("rollout.wait.unreachable");
        ground.cluster.away = null;
        ground.pass(Duration.ofSeconds(60));
        assertState(id, RolloutState.RUNNING);
        assertThat(current(id).unreachableSince()).isNull();
        ground.pass(Duration.ofSeconds(120));
        assertState(id, RolloutState.FAILED);
    }

    @Test
    void hoursInWhichNobodyLookedOrTheClockJumpedOverCountForNothing() {
        var id = begin();
        ground.pass(Duration.ofSeconds(300));
        ground.clock.pass(Duration.ofHours(3));
        ground.pass(Duration.ofSeconds(200));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofSeconds(200));
        assertState(id, RolloutState.FAILED);
    }

    @Test
    void aClockThatIsSetBackMakesNoStepWaitForHoursMore() {
        var id = begin();
        ground.pass(Duration.ofSeconds(300));
        ground.clock.pass(Duration.ofHours(-5));
        ground.pass(Duration.ofSeconds(200));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofSeconds(200));
        assertState(id, RolloutState.FAILED);
    }

    @Test
    void aClockThatJumpsWhileTheClusterIsAwayFailsNothing() {
        var id = begin();
        ground.pass(Duration.ofSeconds(10));
        ground.cluster.away = ConnectionFailed.Kind.UNAUTHORIZED;
        ground.pass(Duration.ofSeconds(30));
        ground.clock.pass(Duration.ofHours(3));
        ground.pass(Duration.ofSeconds(30));
        ground.clock.pass(Duration.ofHours(-6));
        ground.pass(Duration.ofSeconds(30));
        assertState(id, RolloutState.RUNNING);
        ground.cluster.away = null;
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(10));
        ground.cluster.status(INIT.ref(), COMPLETE);
        ground.pass(Duration.ofSeconds(10));
        assertState(id, RolloutState.DONE);
    }

    @Test
    void aClusterThatStaysAwayFailsTheStepAfterHalfAnHour() {
        var id = begin();
        ground.cluster.away = ConnectionFailed.Kind.TIMED_OUT;
        ground.pass(Duration.ofMinutes(29));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofMinutes(2));
        assertThat(current(id).problem().code()).isEqualTo("rollout-unreachable");
        assertThat(current(id).problem().words()).isEqualTo("no answer");
        ground.cluster.away = null;
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.RUNNING);
    }

    @Test
    void credentialsThatAreRefusedFailTheStepSooner() {
        var id = begin();
        ground.cluster.away = ConnectionFailed.Kind.UNAUTHORIZED;
        ground.pass(Duration.ofSeconds(60));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofMinutes(2));
        assertState(id, RolloutState.FAILED);
    }

    @Test
    void wordsThatAControllerLeftBeforeItPausedFailNothing() {
        var id = atTheInitJob();
        ground.cluster.put(refusal("first", ground.clock.instant(), ""));
        ground.pass(Duration.ofSeconds(60));
        assertState(id, RolloutState.RUNNING);
        assertThat(current(id).theirWords()).contains("exceeded quota");
        ground.cluster.put(refusal("second", ground.clock.instant(), ""));
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.FAILED);
        assertThat(current(id).problem().code()).isEqualTo("rollout-kept-out");
    }

    @Test
    void whatWasSaidOfTheJobBeforeTheRetryIsNotHeldAgainstTheNewOne() {
        var id = atTheInitJob();
        ground.cluster.put(refusal("old", ground.clock.instant(), "uid: gone, "));
        ground.pass(Duration.ofSeconds(5));
        assertThat(current(id).theirWords()).isNull();
    }

    @Test
    void aRetryWakesTheControllerWhosePodsWereKeptOutInsteadOfFailingByItsOldWords() {
        var id = begin();
        ground.pass(Duration.ofSeconds(5));
        var keptOut = "{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: 'exceeded quota: tight'}";
        var stuck = "{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}";
        ground.cluster.status(API.ref(), "{conditions: [" + keptOut + ", " + stuck + "]}");
        ground.pass(Duration.ofSeconds(5));
        assertThat(current(id).problem().code()).isEqualTo("rollout-kept-out");
        assertThat(ground.cluster.touched).isEmpty();
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(15));
        assertState(id, RolloutState.RUNNING);
        assertThat(current(id).theirWords()).contains("exceeded quota");
        assertThat(ground.cluster.touched).containsExactly("api");
        ground.pass(Duration.ofSeconds(10));
        assertState(id, RolloutState.FAILED);
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(5));
        assertThat(ground.cluster.touched).as("once more per attempt").containsExactly("api", "api");
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(10));
        assertThat(current(id).phase()).isEqualTo(Phase.INITIALISE);
    }

    @Test
    void aRetryGivesADeploymentTimeToMakeProgressAgain() {
        var id = begin();
        ground.pass(Duration.ofSeconds(5));
        var stuck = "{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: late}";
        ground.cluster.status(API.ref(), "{conditions: [" + stuck + "]}");
        ground.pass(Duration.ofSeconds(5));
        assertThat(current(id).problem().code()).isEqualTo("rollout-no-progress");
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(500));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofSeconds(120));
        assertState(id, RolloutState.FAILED);
    }

    private RolloutId atTheInitJob() {
        var id = begin();
        ground.pass(Duration.ofSeconds(10));
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(10));
        assertThat(current(id).phase()).isEqualTo(Phase.INITIALISE);
        return id;
    }

    private static KubeObject refusal(String name, Instant seen, String about) {
        return Samples.yaml("{apiVersion: v1, kind: Event, metadata: {name: " + name + ", namespace: n}, "
                + "reason: FailedCreate, message: 'exceeded quota: tight', lastTimestamp: '" + seen
                + "', involvedObject: {" + about + "name: init}}");
    }

    @Test
    void anImageThatComesBackInTimeIsForgiven() {
        var id = begin();
        ground.pass(Duration.ofSeconds(5));
        ground.cluster.put(podWithoutImage());
        ground.pass(Duration.ofSeconds(120));
        assertState(id, RolloutState.RUNNING);
        assertThat(current(id).theirWords()).contains("ImagePullBackOff");
        ground.cluster.objects.remove(podWithoutImage().ref());
        ground.pass(Duration.ofSeconds(10));
        ground.cluster.put(podWithoutImage());
        ground.pass(Duration.ofSeconds(120));
        assertState(id, RolloutState.RUNNING);
        ground.pass(Duration.ofSeconds(120));
        assertState(id, RolloutState.FAILED);
        assertThat(current(id).problem().code()).isEqualTo("rollout-image");
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(310));
        assertThat(ground.rollouts.get(id).state())
                .as("the kubelet may pull again only after five minutes")
                .isEqualTo(RolloutState.RUNNING);
        ground.pass(Duration.ofSeconds(30));
        assertState(id, RolloutState.FAILED);
    }

    private static KubeObject podWithoutImage() {
        return Samples.yaml(
                "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: n, labels: {app: api}}, status: {containerStatuses: "
                        + "[{name: main, image: 'x:1', state: {waiting: {reason: ImagePullBackOff, message: no}}}]}}");
    }

    @Test
    void anOverloadedServerIsGivenAMinuteAndARefusalIsNot() {
        var id = begin();
        ground.cluster.refusal = new Refusal(503, "ServiceUnavailable", "try again", List.of());
        ground.pass(Duration.ofSeconds(30));
        assertState(id, RolloutState.RUNNING);
        ground.cluster.refusal = new Refusal(422, "Invalid", "spec.replicas: too many", List.of());
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.FAILED);
        assertThat(current(id).problem().words()).isEqualTo("spec.replicas: too many");
    }

    @Test
    void aConsoleStartedAgainGoesOnInTheSameStepAndAppliesNothingTwice() {
        var id = begin();
        ground.pass(Duration.ofSeconds(10));
        ground.restarted();
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(5));
        ground.restarted();
        ground.cluster.status(INIT.ref(), COMPLETE);
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.DONE);
        assertThat(ground.cluster.applied).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsAppliedWhileItIsPausedAndTheNextConsoleKnowsThat() {
        var id = begin();
        ground.rollouts.pause(id);
        assertState(id, RolloutState.PAUSING);
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.PAUSED);
        assertThat(ground.cluster.applied).isEmpty();
        ground.restarted();
        ground.pass(Duration.ofHours(3));
        assertState(id, RolloutState.PAUSED);
        assertThat(ground.cluster.applied).isEmpty();
        ground.rollouts.resume(id);
        ground.pass(Duration.ofSeconds(10));
        assertThat(ground.cluster.applied).containsExactly("n", "c", "api");
    }

    @Test
    void aPauseInAWaitingStepTakesNothingFromItsSixHundredSecondsNorCountsAsWork() {
        var id = begin();
        ground.pass(Duration.ofSeconds(590));
        ground.rollouts.pause(id);
        ground.pass(Duration.ofHours(5));
        assertState(id, RolloutState.PAUSED);
        ground.rollouts.resume(id);
        ground.pass(Duration.ofSeconds(6));
        assertState(id, RolloutState.RUNNING);
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(3));
        var waited = ground.rollouts.get(id).steps().get(Phase.WAIT_AVAILABLE.ordinal());
        assertThat(waited.state()).isEqualTo(StepState.DONE);
        assertThat(waited.took().orElseThrow()).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(620));
        assertThat(ground.rollouts.get(id).pausedFor()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void aPauseDoesNotUseUpThePatienceWithAClusterThatDoesNotAnswer() {
        var id = begin();
        ground.cluster.away = ConnectionFailed.Kind.TIMED_OUT;
        ground.pass(Duration.ofMinutes(29));
        ground.rollouts.pause(id);
        ground.pass(Duration.ofHours(1));
        ground.rollouts.resume(id);
        ground.pass(Duration.ofMinutes(5));
        assertState(id, RolloutState.RUNNING);
        ground.cluster.away = null;
        ground.pass(Duration.ofSeconds(60));
        assertThat(current(id).phase()).isEqualTo(Phase.WAIT_AVAILABLE);
    }

    @Test
    void aPausedRolloutKeepsASecondOneFromStartingAndCanBeCancelled() {
        var id = begin();
        ground.pass(Duration.ofSeconds(10));
        ground.rollouts.pause(id);
        ground.pass(Duration.ofSeconds(5));
        var plan = ground.plans.make(ground.installation);
        assertThatThrownBy(() -> ground.rollouts.start(plan.id())).hasMessageContaining("rollout_one_active");
        ground.rollouts.cancel(id);
        assertState(id, RolloutState.CANCELLED);
        assertThatThrownBy(() -> ground.rollouts.resume(id)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whoPausedAndWhoResumedIsInTheLogOnce() {
        var id = begin();
        ground.rollouts.pause(id);
        ground.rollouts.pause(id);
        ground.pass(Duration.ofSeconds(5));
        ground.rollouts.resume(id);
        ground.rollouts.resume(id);
        assertThat(ground.rollouts.events(id, 0, 100))
                .extracting(RolloutEvent::kind)
                .containsSubsequence("start", "pause", "paused", "resume")
                .containsOnlyOnce("pause", "paused", "resume");
        assertThat(ground.rollouts.get(id).pausedBy()).isEqualTo("misaki");
    }

    @Test
    void cancellingLeavesWhatWasAppliedAndSaysSo() {
        var id = begin();
        ground.pass(Duration.ofSeconds(10));
        ground.rollouts.cancel(id);
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.CANCELLED);
        assertThat(ground.cluster.objects).containsKeys(NAMESPACE.ref(), CONFIG.ref(), API.ref());
        var last = ground.rollouts.events(id, 0, 100).getLast();
        assertThat(last.message().key()).isEqualTo("rollout.event.cancelled");
        assertThat(last.message().args()).containsExactly("3");
        assertThatThrownBy(() -> ground.rollouts.cancel(id)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFailedJobIsClearedAwayForTheNextAttempt() {
        var id = begin();
        ground.pass(Duration.ofSeconds(5));
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(5));
        ground.cluster.status(
                INIT.ref(), "{conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}");
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.FAILED);
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(5));
        assertThat(current(id).attempt()).isEqualTo(2);
        ground.cluster.status(INIT.ref(), COMPLETE);
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.DONE);
    }

    @Test
    void aConsoleThatRendersSomethingElseThanThePlanShowedStops() {
        var id = begin();
        ground.rendered.set(
                1,
                new RenderedObject(
                        Phase.CONFIGMAPS,
                        Samples.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n, " + LABELS
                                + "}, data: {a: other}}")));
        ground.pass(Duration.ofSeconds(5));
        assertThat(current(id).problem().code()).isEqualTo("rollout-render-changed");
        assertThat(ground.cluster.applied).isEmpty();
    }

    @Test
    void aNewerRevisionMakesThePlanStale() {
        var plan = ground.plans.make(ground.installation);
        ground.revision = 2;
        assertThat(ground.plans.staleBecause(plan.id()))
                .extracting(reason -> reason.key())
                .containsExactly("rollout.stale.revision");
        assertThatThrownBy(() -> ground.rollouts.start(plan.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    void eachConflictIsDecidedByItselfAndOneThatCameSinceThePlanIsNotTakenOver() {
        ground.cluster.contested.add(new FieldConflict("kubectl", ".data.a", "theirs"));
        ground.cluster.contested.add(new FieldConflict("argo", ".metadata.labels.own", "theirs"));
        ground.cluster.contestedObject = CONFIG.ref();
        ground.cluster.put(NAMESPACE);
        ground.cluster.put(CONFIG);
        var plan = ground.plans.make(ground.installation);
        assertThat(plan.undecided()).extracting(FieldClaim::field).containsExactly(".data.a", ".metadata.labels.own");
        var half = ground.plans.decide(plan.id(), plan.undecided().getFirst(), Decision.TAKE_OVER);
        assertThat(half.undecided()).extracting(FieldClaim::field).containsExactly(".metadata.labels.own");
        assertThat(half.blockers()).isNotEmpty();
        var whole = ground.plans.decide(plan.id(), half.undecided().getFirst(), Decision.LEAVE);
        assertThat(whole.blockers()).isEmpty();
        assertThat(ground.plans.make(ground.installation).undecided())
                .as("the next plan knows")
                .isEmpty();
        var id = ground.rollouts.start(whole.id());
        assertThatThrownBy(
                        () -> ground.plans.decide(whole.id(), plan.undecided().getFirst(), Decision.LEAVE))
                .isInstanceOf(ProblemException.class);
        ground.cluster.contested.add(new FieldConflict("helm", ".metadata.labels.new", "late"));
        ground.pass(Duration.ofSeconds(5));
        assertThat(current(id).problem().code()).isEqualTo("rollout-conflict");
        ground.cluster.contested.removeLast();
        ground.rollouts.retry(id);
        ground.pass(Duration.ofSeconds(5));
        assertThat(ground.cluster.objects.get(CONFIG.ref()).labels())
                .as("left to argo")
                .doesNotContainKey("own");
    }

    @Test
    void aConsoleKilledBetweenDeletingAndMakingAnewMakesItAnewAndDeletesNothingTwice() {
        var old = Samples.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n, uid: old, " + LABELS
                + "}, data: {a: old}}");
        ground.cluster.put(NAMESPACE);
        ground.cluster.put(old);
        ground.cluster.fixed = CONFIG.ref();
        var plan = ground.plans.make(ground.installation);
        var entry = plan.notAgreed().getFirst();
        assertThat(entry.action()).isEqualTo(Action.REPLACE);
        assertThat(plan.blockers()).hasSize(1);
        ground.plans.agree(plan.id(), entry, true);
        ground.plans.agree(plan.id(), entry, false);
        assertThat(ground.plans.get(plan.id()).blockers()).as("taken back").hasSize(1);
        assertThat(ground.plans.agree(plan.id(), entry, true).blockers()).isEmpty();
        ground.cluster.lingering = true;
        var id = ground.rollouts.start(plan.id());
        ground.pass(Duration.ofSeconds(10));
        assertThat(current(id).words().key()).isEqualTo("rollout.wait.replaced");
        assertThat(ground.cluster.deleted).containsExactly("c");
        ground.restarted();
        ground.pass(Duration.ofSeconds(10));
        assertThat(ground.cluster.deleted).as("asked once").containsExactly("c");
        ground.cluster.objects.remove(CONFIG.ref());
        ground.restarted();
        ground.pass(Duration.ofSeconds(10));
        assertThat(current(id).phase()).isEqualTo(Phase.WAIT_AVAILABLE);
        assertThat(ground.cluster.objects.get(CONFIG.ref()).text("/data/a")).isEqualTo("b");
        assertThatThrownBy(() -> ground.plans.agree(plan.id(), entry, false)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNoLongerRenderedIsDeletedLastAndOnlyWhileItIsStillOurs() {
        var gone = begin();
        ground.pass(Duration.ofSeconds(5));
        ground.cluster.status(API.ref(), AVAILABLE);
        ground.pass(Duration.ofSeconds(5));
        ground.cluster.status(INIT.ref(), COMPLETE);
        ground.pass(Duration.ofSeconds(5));
        assertState(gone, RolloutState.DONE);
        ground.rendered.remove(1);
        ground.revision = 2;
        var plan = ground.plans.make(ground.installation);
        assertThat(plan.entries().getFirst().action()).isEqualTo(Action.DELETE);
        assertThat(plan.entries().getFirst().phase()).isEqualTo(Phase.VERIFY);
        var id = ground.rollouts.start(plan.id());
        ground.pass(Duration.ofSeconds(5));
        assertState(id, RolloutState.DONE);
        assertThat(ground.cluster.objects).doesNotContainKey(CONFIG.ref());
    }

    @Test
    void aFailedRolloutThatANewerOneFollowedIsNotRetried() {
        var first = begin();
        ground.pass(Duration.ofSeconds(700));
        assertState(first, RolloutState.FAILED);
        begin();
        assertThat(ground.rollouts.canRetry(ground.rollouts.get(first))).isFalse();
        assertThatThrownBy(() -> ground.rollouts.retry(first)).isInstanceOf(ProblemException.class);
    }
}

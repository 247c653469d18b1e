package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences are those of Kubernetes 1.36. */
class SchedulerWordsTest {
    private static SchedulerWords read(String message) {
        return SchedulerWords.read(message).orElseThrow();
    }

    @Test
    void eachReasonIsToldWithTheNumberOfItsNodes() {
        var read = read("0/6 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient cpu, "
                + "3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, "
                + "preemption: 0/6 nodes are available: 2 No preemption victims found for incoming pod, "
                + "4 Preemption is not helpful for scheduling.");
        assertThat(read.reasons())
                .extracting(clause -> clause.nodes() + " " + clause.key())
                .containsExactly("3 no-affinity", "2 no-cpu", "1 no-toleration");
        assertThat(read.reasons().getFirst().words()).isEqualTo("node(s) didn't match Pod's node affinity/selector");
        assertThat(read.preemption())
                .hasValueSatisfying(words -> assertThat(words.key()).isEqualTo("status.scheduler.preemption-useless"));
        assertThat(read.first()).isEqualTo("no-cpu");
    }

    @Test
    void aReasonThatIsTheSameForAllNodesHasNoNumberAndGetsTheirs() {
        var read = read("0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. "
                + "preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.");
        assertThat(read.reasons())
                .containsExactly(
                        new SchedulerWords.Clause(3, "no-volume", "pod has unbound immediate PersistentVolumeClaims"));
    }

    @Test
    void whatIsPreemptedIsNoReason() {
        assertThat(read("0/1 nodes are available: 1 node(s) were unschedulable. preemption: 0/1 nodes are available: "
                                + "1 Insufficient memory.")
                        .reasons())
                .extracting(SchedulerWords.Clause::key)
                .containsExactly("no-open-node");
    }

    @Test
    void otherSentencesAreNotTakenApart() {
        assertThat(SchedulerWords.read("no nodes available to schedule pods")).isEmpty();
        assertThat(SchedulerWords.read("running PreBind plugin \"VolumeBinding\": binding volumes: timed out"))
                .isEmpty();
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of("Insufficient memory", "no-memory"),
                Arguments.of("Insufficient cpu", "no-cpu"),
                Arguments.of("Insufficient ephemeral-storage", "no-disk"),
                Arguments.of("Insufficient nvidia.com/gpu", "no-device"),
                Arguments.of("Too many pods", "no-slots"),
                Arguments.of("persistentvolumeclaim \"data\" not found", "claim-missing"),
                Arguments.of("pod has unbound immediate PersistentVolumeClaims", "no-volume"),
                Arguments.of("node(s) didn't find available persistent volumes to bind", "no-volume"),
                Arguments.of("node(s) did not have enough free storage", "no-storage"),
                Arguments.of(
                        "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)", "volume-gone"),
                Arguments.of("node(s) didn't match PersistentVolume's node affinity", "volume-elsewhere"),
                Arguments.of("node(s) had no available volume zone", "volume-elsewhere"),
                Arguments.of("node(s) exceed max volume count", "volume-count"),
                Arguments.of(
                        "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod",
                        "volume-in-use"),
                Arguments.of("node(s) had no available disk", "volume-in-use"),
                Arguments.of("node(s) didn't match pod topology spread constraints", "no-spread"),
                Arguments.of("node(s) didn't match pod anti-affinity rules", "no-anti-affinity"),
                Arguments.of("node(s) didn't satisfy existing pods anti-affinity rules", "no-anti-affinity"),
                Arguments.of("node(s) didn't match pod affinity rules", "no-companion"),
                Arguments.of("node(s) didn't match Pod's node affinity/selector", "no-affinity"),
                Arguments.of("node(s) didn't match the requested node name", "no-affinity"),
                Arguments.of("node(s) didn't have free ports for the requested pod ports", "no-port"),
                Arguments.of("node(s) had untolerated taint(s)", "no-toleration"),
                Arguments.of("node(s) had untolerated taint {dedicated: db}", "no-toleration"),
                Arguments.of("node(s) were unschedulable", "no-open-node"),
                Arguments.of("node(s) had something new", "unschedulable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void everyReasonOfTheSchedulerIsKnownWithItsTexts(String words, String key) {
        var read = read("0/5 nodes are available: 2 " + words + ".");
        assertThat(read.reasons()).containsExactly(new SchedulerWords.Clause(2, key, words));
        ReasonTexts.assertKnown("status.scheduler." + key);
        ReasonTexts.assertKnown("status.pod." + key + ".do");
        assertThat(PodWords.unschedulable("0/5 nodes are available: 2 " + words + "."))
                .isEqualTo(key);
    }
}

package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.practice.PracticeCluster;
import ai.hexabase.console.practice.PracticeClusters;
import ai.hexabase.console.practice.Trouble;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Troubles made on a practice cluster while a rollout is on its way. */
class RolloutThroughTroubleTest extends ConsoleRollouts {
    @Autowired
    PracticeClusters practice;

    private final String name = unique("practice");

    private InstallationId install() {
        var cluster = clusters.registerPractice(name, Site.UNKNOWN, "one-zone-3-nodes");
        return install(cluster.id(), small());
    }

    private PracticeCluster cluster() {
        return practice.find(name).orElseThrow();
    }

    @Test
    void aRolloutSaysWhatKeepsPodsOutAndGoesOnWhenThereIsRoom() {
        var plan = plans.make(install());
        cluster().switchOn(Trouble.QUOTA_EXCEEDED);
        var id = rollouts.start(plan.id());
        eventually()
                .untilAsserted(() -> assertThat(String.valueOf(rollouts.get(id).current()))
                        .contains("exceeded quota: practice-trouble"));
        cluster().switchOff(Trouble.QUOTA_EXCEEDED);
        awaitState(id, RolloutState.DONE);
    }

    @Test
    void aRolloutWaitsForAnApiServerThatIsGone() {
        var plan = plans.make(install());
        var id = rollouts.start(plan.id());
        eventually().until(() -> rollouts.get(id).stepsDone() >= 2);
        cluster().switchOn(Trouble.API_SERVER_GONE);
        eventually()
                .untilAsserted(() ->
                        assertThat(String.valueOf(rollouts.get(id).current())).contains("rollout.wait.unreachable"));
        cluster().switchOff(Trouble.API_SERVER_GONE);
        awaitState(id, RolloutState.DONE);
    }
}

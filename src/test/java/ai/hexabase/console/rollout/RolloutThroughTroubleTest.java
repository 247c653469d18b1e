package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.practice.PracticeCluster;
import ai.hexabase.console.practice.PracticeClusters;
import ai.hexabase.console.practice.Trouble;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Troubles made on a practice cluster while a rollout is on its way. */
@ConsoleTest
class RolloutThroughTroubleTest {
    private static final Duration A_WHILE = Duration.ofSeconds(120);

    @Autowired
    Plans plans;

    @Autowired
    Rollouts rollouts;

    @Autowired
    Clusters clusters;

    @Autowired
    Installations installations;

    @Autowired
    PracticeClusters practice;

    private final String name = "practice-" + UUID.randomUUID().toString().substring(0, 8);

    private InstallationId install() {
        var cluster = clusters.registerPractice(name, Site.UNKNOWN, "one-zone-3-nodes");
        return installations
                .create(name, cluster.id(), Profile.of(Profile.SMALL).settings(), "first")
                .id();
    }

    private PracticeCluster cluster() {
        return practice.find(name).orElseThrow();
    }

    private Rollout awaitState(RolloutId id, RolloutState state) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(rollouts.get(id))
                        .satisfies(rollout -> assertThat(rollout.state())
                                .as("%s", rollout.current())
                                .isEqualTo(state)));
        return rollouts.get(id);
    }

    @Test
    void aRolloutSaysWhatKeepsPodsOutAndGoesOnWhenThereIsRoom() {
        var plan = plans.make(install());
        cluster().switchOn(Trouble.QUOTA_EXCEEDED);
        var id = rollouts.start(plan.id());
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(String.valueOf(rollouts.get(id).current()))
                        .contains("exceeded quota: practice-trouble"));
        cluster().switchOff(Trouble.QUOTA_EXCEEDED);
        awaitState(id, RolloutState.DONE);
    }

    @Test
    void aRolloutWaitsForAnApiServerThatIsGone() {
        var plan = plans.make(install());
        var id = rollouts.start(plan.id());
        await().atMost(A_WHILE).until(() -> rollouts.get(id).stepsDone() >= 2);
        cluster().switchOn(Trouble.API_SERVER_GONE);
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        assertThat(String.valueOf(rollouts.get(id).current())).contains("rollout.wait.unreachable"));
        cluster().switchOff(Trouble.API_SERVER_GONE);
        awaitState(id, RolloutState.DONE);
    }
}

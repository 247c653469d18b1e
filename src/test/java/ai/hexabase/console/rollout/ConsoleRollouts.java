package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests stand on whose rollouts the running console carries out by itself. */
@ConsoleTest
abstract class ConsoleRollouts {
    @Autowired
    Plans plans;

    @Autowired
    Rollouts rollouts;

    @Autowired
    WaysBack ways;

    @Autowired
    Clusters clusters;

    @Autowired
    Installations installations;

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(120));
    }

    static Settings small() {
        return Profile.of(Profile.SMALL).settings();
    }

    static String unique(String start) {
        return start + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    InstallationId install(ClusterId cluster, Settings settings) {
        return installations.create(unique("hq"), cluster, settings, "first").id();
    }

    Rollout awaitState(RolloutId id, RolloutState state) {
        eventually()
                .untilAsserted(() -> assertThat(rollouts.get(id))
                        .satisfies(rollout -> assertThat(rollout.state())
                                .as("%s", rollout.current())
                                .isEqualTo(state)));
        return rollouts.get(id);
    }

    Step step(RolloutId id, Phase phase) {
        return rollouts.get(id).steps().get(phase.ordinal());
    }
}

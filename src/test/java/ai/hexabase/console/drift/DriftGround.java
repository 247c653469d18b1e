package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests stand on whose installations are rolled out, watched and compared by the running console itself. */
@ConsoleTest
abstract class DriftGround {
    static final ObjectRef DEPLOYMENT = ResourceKind.DEPLOYMENT.named(Names.NAMESPACE, Names.CONTROL_PLANE);

    @Autowired
    Drifts drifts;

    @Autowired
    Plans plans;

    @Autowired
    Rollouts rollouts;

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

    /** Rolls the newest revision out, taking over whatever others own. */
    void rollOut(InstallationId installation) {
        var id = startRollout(installation);
        eventually()
                .untilAsserted(() -> assertThat(rollouts.get(id).state())
                        .as("%s", rollouts.get(id).current())
                        .isEqualTo(RolloutState.DONE));
    }

    RolloutId startRollout(InstallationId installation) {
        var plan = plans.make(installation);
        for (var claim : plan.undecided()) {
            plan = plans.decide(plan.id(), claim, Decision.TAKE_OVER);
        }
        assertThat(plan.blockers()).as("%s %s", plan.report(), plan.entries()).isEmpty();
        return rollouts.start(plan.id());
    }

    InstallationId install(ClusterId cluster, Settings settings) {
        return installations.create(unique("hq"), cluster, settings, "first").id();
    }

    void awaitInSync(InstallationId installation) {
        awaitState(installation, DriftState.InSync.class);
    }

    void awaitState(InstallationId installation, Class<? extends DriftState> state) {
        eventually()
                .untilAsserted(() -> assertThat(drifts.report(installation).state())
                        .as("%s", drifts.report(installation))
                        .isInstanceOf(state));
    }

    /** The one object that has drifted. */
    DriftedObject awaitDrifted(InstallationId installation) {
        eventually()
                .untilAsserted(() -> assertThat(drifts.report(installation))
                        .satisfies(report -> assertThat(report.state()).isInstanceOf(DriftState.Drifted.class))
                        .satisfies(report -> assertThat(report.open()).hasSize(1)));
        return drifts.report(installation).open().getFirst();
    }
}

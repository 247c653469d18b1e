package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.rollout.Adoption.Answer;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An object of somebody else stands where the plan wants one of its own. */
@ConsoleTest
class AdoptionByHandTest {
    private static final KubeObject CONFIG = Samples.yaml(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n, labels: {own: '1'}}, data: {a: b}}");

    @Autowired
    DataSource console;

    RolloutGround ground;

    @BeforeEach
    void start() {
        ground = new RolloutGround(console);
        ground.rendered.add(new RenderedObject(Phase.CONFIGMAPS, CONFIG));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private Plan planOver(String labels) {
        ground.cluster.put(Samples.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: n}}"));
        ground.cluster.put(Samples.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n, labels: {"
                + labels + "}}, data: {a: x}}"));
        return ground.plans.make(ground.installation);
    }

    @Test
    void thePlanIsBlockedUntilSomebodyTakesItOverDeliberately() {
        var plan = planOver("app.kubernetes.io/managed-by: pulumi");
        assertThat(plan.adoptions()).singleElement().satisfies(adoption -> {
            assertThat(adoption.answer()).as("nothing is chosen beforehand").isNull();
            assertThat(adoption.owner().name()).isEqualTo("pulumi");
        });
        assertThat(plan.blockers()).extracting(blocker -> blocker.key()).contains("rollout.plan.blocked.adoptions");
        assertThatThrownBy(() -> ground.rollouts.start(plan.id())).isInstanceOf(ProblemException.class);
        var adopted = ground.plans.adopt(plan.id(), CONFIG.ref(), Answer.ADOPT);
        assertThat(adopted.blockers()).isEmpty();
        assertThat(adopted.adoptions().getFirst().by()).isEqualTo("misaki");
    }

    @Test
    void whoLeavesItAloneKeepsThePlanBlocked() {
        var plan = planOver("app.kubernetes.io/managed-by: pulumi");
        assertThat(ground.plans.adopt(plan.id(), CONFIG.ref(), Answer.REFUSE).blockers())
                .extracting(blocker -> blocker.key())
                .contains("rollout.plan.blocked.adoptions");
    }

    @Test
    void onceTakenOverItIsOursAndTheLogSaysWhoDecidedThat() {
        var plan = planOver("app.kubernetes.io/managed-by: pulumi");
        ground.plans.adopt(plan.id(), CONFIG.ref(), Answer.ADOPT);
        var id = ground.rollouts.start(plan.id());
        ground.pass(Duration.ofMinutes(1));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.DONE);
        assertThat(ground.rollouts.events(id, 0, 100))
                .filteredOn(event -> event.message().key().equals("rollout.event.adopted"))
                .singleElement()
                .satisfies(event -> assertThat(event.message().args()).contains("misaki", "pulumi"));
        assertThat(ground.plans.make(ground.installation).adoptions()).isEmpty();
    }

    @Test
    void anObjectOfAnotherInstallationIsNeverTakenOver() {
        var plan = planOver(Names.INSTALLATION_LABEL + ": " + UUID.randomUUID());
        assertThat(plan.adoptions().getFirst().isPossible()).isFalse();
        assertThatThrownBy(() -> ground.plans.adopt(plan.id(), CONFIG.ref(), Answer.ADOPT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("adoption-impossible"));
    }
}

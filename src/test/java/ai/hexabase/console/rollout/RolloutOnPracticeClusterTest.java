package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way on a practice cluster, carried out by the running console itself. */
class RolloutOnPracticeClusterTest extends ConsoleRollouts {
    @Autowired
    DSLContext db;

    private Plan plan(Settings settings) {
        var cluster = clusters.registerPractice(
                unique("practice"), Site.UNKNOWN, clusters.practiceShapes().getFirst());
        return plans.make(install(cluster.id(), settings));
    }

    @Test
    void theSmallProfileGoesThroughAllStepsAndTheNextPlanHasAProvenWayBackToIt() {
        var plan = plan(small());
        assertThat(plan.blockers()).as("%s", plan.report()).isEmpty();
        var id = rollouts.start(plan.id());
        awaitState(id, RolloutState.DONE);
        var again = plans.make(plan.installation());
        assertThat(again.entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
        assertThat(plans.staleBecause(again.id())).isEmpty();
        assertThat(ways.check(plan.id())).as("nothing was there before").isEmpty();
        var more = small().with(Setting.MAX_VCLUSTERS, "25");
        installations.revise(plan.installation(), 1, plan.cluster(), more, "");
        var next = plans.make(plan.installation());
        var way = ways.check(next.id()).orElseThrow();
        assertThat(way.revision()).isEqualTo(1);
        assertThat(way.objects()).isGreaterThan(15);
        assertThat(way.differences()).isEmpty();
        assertThat(way.lasting())
                .extracting(WayBack.Lasting::kind)
                .containsExactlyInAnyOrder(WayBack.Kind.JOB_DONE, WayBack.Kind.JOB_AGAIN);
    }

    @Test
    void aPasswordIsNeitherInThePlanNorInItsTable() {
        var password = "correct-otter-battery";
        var plan = plan(small().with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "db.example.com")
                .with(Setting.DATABASE_NAME, "hexabase")
                .with(Setting.DATABASE_USER, "hexabase")
                .with(Setting.DATABASE_PASSWORD, installations.sealPassword(password)));
        var encoded = java.util.Base64.getEncoder().encodeToString(password.getBytes());
        var stored = db.fetchSingle(
                        "select row_to_json(p)::text from rollout_plan p where id = ?",
                        plan.id().value())
                .get(0, String.class);
        assertThat(plan.entries()).anyMatch(entry -> entry.after().contains(Cleaned.HIDDEN));
        assertThat(stored).contains(Cleaned.HIDDEN).doesNotContain(password).doesNotContain(encoded);
        assertThat(plan.toString()).doesNotContain(password).doesNotContain(encoded);
    }
}

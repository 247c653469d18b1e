package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.Map;
import java.util.stream.Collectors;
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
    void theSmallProfileGoesThroughAllStepsAndLeavesNothingToChange() {
        var plan = plan(small());
        assertThat(plan.blockers()).as("%s", plan.report()).isEmpty();
        var id = rollouts.start(plan.id());
        awaitState(id, RolloutState.DONE);
        var again = plans.make(plan.installation());
        assertThat(again.entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
        assertThat(plans.staleBecause(again.id())).isEmpty();
    }

    @Test
    void theWayBackIsProvenBeforeAndAfterARolloutAndGivesBackWhatWasThere() {
        var first = plan(small());
        assertThat(ways.revisionBefore(first.id())).isEmpty();
        assertThat(ways.check(first.id())).isEmpty();
        awaitState(rollouts.start(first.id()), RolloutState.DONE);
        var installation = installations.get(first.installation());
        installations.revise(
                installation.id(), 1, installation.cluster(), small().with(Setting.MAX_VCLUSTERS, "25"), "more");
        var second = plans.make(installation.id());
        assertExact(ways.check(second.id()).orElseThrow());
        awaitState(rollouts.start(second.id()), RolloutState.DONE);
        var way = ways.check(second.id()).orElseThrow();
        assertExact(way);
        assertThat(way.lasting())
                .extracting(WayBack.Lasting::kind)
                .containsExactlyInAnyOrder(WayBack.Kind.JOB_DONE, WayBack.Kind.JOB_AGAIN);
        installations.restore(installation.id(), 2, 1, "back");
        var back = plans.make(installation.id());
        awaitState(rollouts.start(back.id()), RolloutState.DONE);
        assertThat(ways.revisionBefore(back.id())).contains(2);
        assertThat(wasThere(plans.get(second.id()))).isEqualTo(wasThere(plans.make(installation.id())));
    }

    private static void assertExact(WayBack way) {
        assertThat(way.differences()).isEmpty();
        assertThat(way.revision()).isEqualTo(1);
        assertThat(way.objects()).isGreaterThan(15);
    }

    /** Everything as it was before the plan, but for the record of the revision's number and what is drawn anew. */
    private static Map<String, String> wasThere(Plan plan) {
        return plan.entries().stream()
                .filter(entry -> !entry.before().isEmpty() && isComparable(entry))
                .collect(Collectors.toMap(PlanEntry::key, PlanEntry::before));
    }

    private static boolean isComparable(PlanEntry entry) {
        return !entry.ref().name().equals(Names.APPLY_SET)
                && !entry.ref().kind().equals(ResourceKind.JOB);
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

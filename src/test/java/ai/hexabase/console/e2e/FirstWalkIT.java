package ai.hexabase.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the setup link to live pods on a real API server, in a real browser. */
@RealClusters(count = 2)
class FirstWalkIT {
    @TempDir
    Path directory;

    @Test
    void inEnglish(Fleet fleet) {
        walk(fleet, 1, "en-GB");
    }

    @Test
    void inJapanese(Fleet fleet) {
        walk(fleet, 2, "ja-JP");
    }

    private void walk(Fleet fleet, int number, String language) {
        var cluster = fleet.cluster(number);
        cluster.installDatabaseOperator();
        cluster.speakForPostgres();
        try (var console = RunningConsole.start(directory, "console.database.durable=false");
                var browser = Browser.open("first-walk-" + language, language)) {
            var words = Words.of(language);
            browser.pictureOnFailure(() -> {
                walk(console, cluster, new Walk(browser, words));
                var pods = new PodsWalk(browser, words);
                pods.readsLogsTogether();
                pods.usesATerminal();
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void walk(RunningConsole console, FleetCluster cluster, Walk walk) {
        walk.becomesTheFirstAdministrator(console.setupLink());
        walk.signsIn();
        walk.registersACluster(cluster.kubeconfig(), "tokyo-prod-1");
        walk.answersTheWizard("hq-tokyo", "tokyo-prod-1");
        walk.reviewsThePlan();
        walk.approvesAndStarts();
        walk.seesTheRolloutEnd();
        walk.seesThePodsLive();
    }
}

package ai.hexabase.console.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.Chain;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import java.nio.file.Path;
import java.time.Duration;

/** A console with something in it, to be moved. */
final class MoveGround {
    static final Duration A_WHILE = Duration.ofSeconds(180);
    static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private MoveGround() {}

    static RunningConsole console(Path directory) {
        return RunningConsole.start(
                directory,
                "console.database.durable=false",
                "console.practice.pace=10",
                "console.database.binaries=" + BINARIES);
    }

    /** A cluster, an installation, a rollout that is over, many entries, signed. */
    static InstallationId fill(RunningConsole console) {
        var cluster = console.bean(Clusters.class)
                .registerPractice("practice-1", Site.UNKNOWN, "one-zone-3-nodes")
                .id();
        var installation = console.bean(Installations.class)
                .create("hq", cluster, Profile.of(Profile.SMALL).settings(), "first")
                .id();
        rollOut(console, installation);
        for (var number = 0; number < 200; number++) {
            act(console, number);
        }
        return installation;
    }

    static void act(RunningConsole console, int number) {
        console.bean(Acts.class)
                .record(Act.of("cluster.change").on("cluster", "id-" + number, "東京-" + number + "\t\\N"));
    }

    /** Needs the scheduler, notifications and practice clusters to work. */
    static RolloutId rollOut(RunningConsole console, InstallationId installation) {
        var rollouts = console.bean(Rollouts.class);
        var id = rollouts.start(console.bean(Plans.class).make(installation).id());
        await().atMost(A_WHILE).until(() -> rollouts.get(id).state() == RolloutState.DONE);
        return id;
    }

    static MoveState move(RunningConsole console, ExternalDatabase external) {
        var datastores = console.bean(Datastores.class);
        datastores.startMove(external);
        await().dontCatchUncaughtExceptions()
                .atMost(A_WHILE)
                .until(() -> !datastores.move().orElseThrow().isRunning());
        return datastores.move().orElseThrow();
    }

    static long verified(RunningConsole console) {
        var report = console.bean(Chain.class).verify();
        assertThat(report.problem()).isNull();
        return report.entries();
    }
}

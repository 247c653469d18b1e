package ai.hexabase.console.bench;

import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.MeasuredPlans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plan and apply of the medium profile, beside kubectl's diff and apply of the same objects. */
final class Planning implements Measurement {
    private static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("RUNS", "7"));

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String title() {
        return "Plan and apply beside kubectl";
    }

    @Override
    public String measure() throws Exception {
        var cluster = Fleet.shared(1).cluster(1);
        cluster.resetNamespaces();
        cluster.installDatabaseOperator();
        try (var console = RunningConsole.fresh("bench-plan")) {
            return measure(console, cluster);
        } finally {
            cluster.resetNamespaces();
            cluster.tryKubectl("delete", "clusterroles,clusterrolebindings", "-l", Names.INSTALLATION_LABEL);
        }
    }

    private static String measure(RunningConsole console, FleetCluster cluster) throws IOException {
        var registered = console.register(cluster, "bench");
        var installation = console.bean(Installations.class)
                .create("bench", registered, Profile.of(Profile.MEDIUM).settings(), "")
                .id();
        var yaml = Files.createTempFile("bench", ".yaml");
        Files.writeString(
                yaml, console.bean(Exports.class).objects(installation, 1).yaml());
        var plans = new MeasuredPlans(console, installation);
        apply(cluster, yaml);
        plans.plan();
        plans.apply();
        var plan = new ArrayList<Long>();
        var diff = new ArrayList<Long>();
        var applying = new ArrayList<Long>();
        var apply = new ArrayList<Long>();
        for (var run = 0; run < RUNS; run++) {
            diff.add(took(() -> diff(cluster, yaml)));
            plan.add(took(plans::plan));
            apply.add(took(() -> apply(cluster, yaml)));
            applying.add(took(plans::apply));
        }
        return table(plan, diff, applying, apply);
    }

    private static String table(List<Long> plan, List<Long> diff, List<Long> applying, List<Long> apply) {
        return """
                The medium profile on a cluster where it stands already, %d runs each (`RUNS`), each console run right \
                after kubectl’s, in milliseconds. A plan has all dry runs and all checks, and is kept; applying is what \
                a rollout does between its waits, without its bookkeeping. kubectl’s figures include its start.

                | | min | median | max |
                |---|---|---|---|
                | plan | %s |
                | `kubectl diff --server-side` of the export | %s |
                | applying | %s |
                | `kubectl apply --server-side` of the export | %s |

                By the medians, a plan is %s times as fast as kubectl’s diff, applying %s times as fast as kubectl’s \
                apply. Goals: at least 2, and at least 1.
                """.formatted(
                        RUNS,
                        Distribution.of(plan).cells(0, 50, 100),
                        Distribution.of(diff).cells(0, 50, 100),
                        Distribution.of(applying).cells(0, 50, 100),
                        Distribution.of(apply).cells(0, 50, 100),
                        ratio(diff, plan),
                        ratio(apply, applying));
    }

    private static String ratio(List<Long> slower, List<Long> faster) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                Distribution.of(slower).median() / Distribution.of(faster).median());
    }

    private static void diff(FleetCluster cluster, Path yaml) {
        var diff =
                cluster.tryKubectl("diff", "--server-side", "--field-manager=hexabase-console", "-f", yaml.toString());
        if (diff.code() > 1 || !diff.errors().isBlank()) {
            throw new IllegalStateException("exit " + diff.code() + ": " + diff.errors() + diff.output());
        }
    }

    private static void apply(FleetCluster cluster, Path yaml) {
        cluster.kubectl("apply", "--server-side", "--field-manager=hexabase-console", "-f", yaml.toString());
    }

    private static long took(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}

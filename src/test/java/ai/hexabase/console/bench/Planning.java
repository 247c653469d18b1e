package ai.hexabase.console.bench;

import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.TcpProxy;
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
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
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
        try (var line = cluster.proxy()) {
            var ground = Ground.prepare(console, cluster, line);
            var beside = ground.times();
            line.delay(ROUND_TRIP.dividedBy(2));
            return introduction()
                    + beside.table("On the same machine")
                    + ground.times()
                            .table("Over a line with a round trip of " + ROUND_TRIP.toMillis()
                                    + " ms, as to another region");
        }
    }

    private static String introduction() {
        return """
                The medium profile on a cluster where it stands already, %d runs each (`RUNS`), each console run right \
                after kubectl’s, in milliseconds. A plan has all dry runs and all checks, and is kept; applying is what \
                a rollout does between its waits, without its bookkeeping. kubectl’s figures include its start. Goals: \
                a plan at least 2 times as fast as kubectl’s diff, applying at least as fast as kubectl’s apply.

                """.formatted(RUNS);
    }

    /** What is measured on: an installation that stands there, and its export. */
    private record Ground(FleetCluster cluster, String kubeconfig, Path yaml, MeasuredPlans plans) {
        static Ground prepare(RunningConsole console, FleetCluster cluster, TcpProxy line) throws IOException {
            var kubeconfig = cluster.proxied(line);
            var registered = console.register(kubeconfig, cluster.name(), "bench");
            var installation = console.bean(Installations.class)
                    .create("bench", registered, Profile.of(Profile.MEDIUM).settings(), "")
                    .id();
            var yaml = Files.createTempFile("bench", ".yaml");
            Files.writeString(
                    yaml, console.bean(Exports.class).objects(installation, 1).yaml());
            var ground = new Ground(cluster, kubeconfig, yaml, new MeasuredPlans(console, installation));
            ground.kubectl("apply", 0);
            ground.plans.plan();
            ground.plans.apply();
            return ground;
        }

        Times times() {
            var times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (var run = 0; run < RUNS; run++) {
                times.diff.add(took(() -> kubectl("diff", 1)));
                times.plan.add(took(plans::plan));
                times.apply.add(took(() -> kubectl("apply", 0)));
                times.applying.add(took(plans::apply));
            }
            return times;
        }

        private void kubectl(String command, int worst) {
            var done = cluster.tryKubectlWith(
                    kubeconfig, command, "--server-side", "--field-manager=hexabase-console", "-f", yaml.toString());
            if (done.code() > worst || !done.errors().isBlank()) {
                throw new IllegalStateException("exit " + done.code() + ": " + done.errors() + done.output());
            }
        }
    }

    private record Times(List<Long> plan, List<Long> diff, List<Long> applying, List<Long> apply) {
        String table(String where) {
            return """
                    **%s**: a plan is %s times as fast as kubectl’s diff by the medians, applying %s times as fast as \
                    kubectl’s apply.

                    | | min | median | max |
                    |---|---|---|---|
                    | plan | %s |
                    | `kubectl diff --server-side` of the export | %s |
                    | applying | %s |
                    | `kubectl apply --server-side` of the export | %s |

                    """.formatted(
                            where,
                            ratio(diff, plan),
                            ratio(apply, applying),
                            Distribution.of(plan).cells(0, 50, 100),
                            Distribution.of(diff).cells(0, 50, 100),
                            Distribution.of(applying).cells(0, 50, 100),
                            Distribution.of(apply).cells(0, 50, 100));
        }
    }

    private static String ratio(List<Long> slower, List<Long> faster) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                Distribution.of(slower).median() / Distribution.of(faster).median());
    }

    private static long took(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}

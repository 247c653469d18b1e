package ai.hexabase.console.rollout;

import static org.awaitility.Awaitility.await;

import ai.hexabase.console.ConsoleApplication;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The whole console in a process of its own, to be killed. When there is none yet it registers a cluster and starts a
 * rollout; it prints each change of the newest rollout, at its end how much a new plan would change, and the clusters.
 * What it does beyond that it is told by the property {@code then}.
 */
class ConsoleThatRollsOut {
    static final String CLUSTER = "to-be-killed";
    static final String INSTALLATION = "killed";
    private static final int OWN_ARGUMENTS = 4;

    /** Arguments: server, files with the authority, the client certificate and its key; then the console's own. */
    public static void main(String[] args) throws Exception {
        var context = new SpringApplicationBuilder(ConsoleApplication.class)
                .run(Arrays.copyOfRange(args, OWN_ARGUMENTS, args.length));
        var clusters = context.getBean(Clusters.class);
        clusters.subscribe(id -> tell(clusters));
        var rollouts = context.getBean(Rollouts.class);
        if (rollouts.list().isEmpty()) {
            begin(context, args);
        }
        switch (context.getEnvironment().getProperty("then", "follow")) {
            case "go-on" -> new Rolling(context).goOn();
            case "catch-up" -> new Rolling(context).catchUp();
            case "once-more" -> new Rolling(context).startNewest();
            case "remove" -> new Rolling(context).remove();
            default -> {}
        }
        var id = rollouts.list().getFirst().id();
        rollouts.subscribe(() -> tell(rollouts.list().getFirst()));
        tell(rollouts.get(id));
        rollouts.subscribe(id, () -> tellTheEnd(context, rollouts.get(id)));
        tellTheEnd(context, rollouts.get(id));
        obey(rollouts, id);
    }

    /** Does what is asked on the standard input, line by line, until that ends. */
    private static void obey(Rollouts rollouts, RolloutId id) throws IOException, InterruptedException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case "pause" -> rollouts.pause(id);
                case "resume" -> rollouts.resume(id);
                default -> throw new IllegalArgumentException(order);
            }
        }
        new CountDownLatch(1).await();
    }

    private static void begin(ApplicationContext context, String[] args) throws Exception {
        var access = KubeAccess.of(
                URI.create(args[0]),
                Files.readString(Path.of(args[1])),
                new Credentials.ClientCertificate(
                        Files.readString(Path.of(args[2])), Files.readString(Path.of(args[3]))));
        var cluster = context.getBean(Clusters.class).register(CLUSTER, Site.UNKNOWN, access);
        var settings = Profile.of(Profile.SMALL).settings();
        var installation = context.getBean(Installations.class).create(INSTALLATION, cluster.id(), settings, "");
        var plan = context.getBean(Plans.class).make(installation.id());
        context.getBean(Rollouts.class).start(plan.id());
    }

    /** One revision and rollout after the other of the only installation. */
    private record Rolling(ApplicationContext context) {
        /** With a new revision whenever a rollout has ended, for ever. */
        void goOn() {
            Thread.ofVirtual().start(() -> {
                while (true) {
                    await().atMost(Duration.ofHours(1)).until(() -> latest().state() == RolloutState.DONE);
                    revise();
                    startNewest();
                }
            });
        }

        /** Rolls the newest revision out if it was not, after the rollout under way. */
        void catchUp() {
            await().atMost(Duration.ofHours(1)).until(() -> latest().state() == RolloutState.DONE);
            if (latest().revision() < installation().latestRevision()) {
                startNewest();
            }
        }

        void startNewest() {
            var plan = context.getBean(Plans.class).make(installation().id());
            context.getBean(Rollouts.class).start(plan.id());
        }

        /** Takes it from its cluster with its volumes kept. */
        void remove() {
            var now = installation();
            var plan = context.getBean(Removals.class).make(now.id(), now.cluster(), false);
            context.getBean(Rollouts.class).start(plan.id());
        }

        private void revise() {
            var now = installation();
            var installations = context.getBean(Installations.class);
            var before = installations.revision(now.id(), now.latestRevision()).settings();
            // Never the same twice: a value that comes back would bring back objects named after it.
            var settings = before.with(Setting.MAX_VCLUSTERS, String.valueOf(before.number(Setting.MAX_VCLUSTERS) + 1));
            installations.revise(now.id(), now.latestRevision(), now.cluster(), settings, "");
        }

        private Installation installation() {
            return context.getBean(Installations.class).list().getFirst();
        }

        private Rollout latest() {
            return context.getBean(Rollouts.class).list().getFirst();
        }
    }

    private static void tell(Clusters clusters) {
        System.out.println("clusters "
                + clusters.list().stream().map(ConsoleThatRollsOut::words).toList());
    }

    private static String words(RegisteredCluster cluster) {
        return cluster.name() + " by " + cluster.identity().username()
                + (cluster.reachability().isLive() ? " live" : "");
    }

    private static void tell(Rollout rollout) {
        var step = rollout.current();
        System.out.println("rollout " + rollout.state()
                + step.map(each -> " " + each.phase() + " " + each.state() + " " + each.applied())
                        .orElse(""));
    }

    private static void tellTheEnd(ApplicationContext context, Rollout rollout) {
        if (rollout.state() == RolloutState.DONE) {
            var plan = context.getBean(Plans.class).make(rollout.installation());
            var changes = plan.entries().stream()
                    .filter(entry -> entry.action() != Action.UNCHANGED)
                    .count();
            System.out.println("changes left " + changes);
        }
    }
}

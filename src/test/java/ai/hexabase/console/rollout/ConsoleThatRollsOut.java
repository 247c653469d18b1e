package ai.hexabase.console.rollout;

import ai.hexabase.console.ConsoleApplication;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.profile.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The whole console in a process of its own, to be killed. The first time it registers a cluster and starts a rollout;
 * every time it prints each change of the newest rollout, and at its end how much a new plan would change.
 */
class ConsoleThatRollsOut {
    /** Arguments: data directory, server, files with the authority, the client certificate and its key. */
    public static void main(String[] args) throws Exception {
        var context = new SpringApplicationBuilder(ConsoleApplication.class)
                .run("--server.port=0", "--console.data-dir=" + args[0], "--console.database.binaries=" + args[5]);
        var rollouts = context.getBean(Rollouts.class);
        if (rollouts.list().isEmpty()) {
            begin(context, args);
        }
        var id = rollouts.list().getFirst().id();
        rollouts.subscribe(id, () -> tell(rollouts.get(id)));
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
                URI.create(args[1]),
                Files.readString(Path.of(args[2])),
                new Credentials.ClientCertificate(
                        Files.readString(Path.of(args[3])), Files.readString(Path.of(args[4]))));
        var cluster = context.getBean(Clusters.class).register("to-be-killed", Site.UNKNOWN, access);
        var settings = Profile.of(Profile.SMALL).settings();
        var installation = context.getBean(Installations.class).create("killed", cluster.id(), settings, "");
        var plan = context.getBean(Plans.class).make(installation.id());
        context.getBean(Rollouts.class).start(plan.id());
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

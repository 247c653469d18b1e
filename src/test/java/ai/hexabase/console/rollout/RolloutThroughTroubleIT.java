package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.fleet.ApiProxy;
import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.RealAccess;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What goes wrong between the console and an API server in the middle of a rollout: told in words, and over when it is
 * over. Each rollout waits for its database, which nobody calls healthy, until its troubles have passed.
 */
@RealClusters(databaseOperator = true)
class RolloutThroughTroubleIT extends ConsoleRollouts {
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String ROLLER = "roller";
    private static final String ROLLERS_BINDING = "default-roller-cluster-admin";

    @Autowired
    Kubeconfigs kubeconfigs;

    FleetCluster cluster;

    @BeforeEach
    void reach(FleetCluster real) {
        cluster = real;
    }

    @AfterEach
    void empty() {
        cluster.beSilentOfPostgres();
        rollouts.list().stream()
                .filter(rollout -> !rollout.state().isOver())
                .forEach(rollout -> rollouts.cancel(rollout.id()));
        cluster.resetNamespaces();
    }

    private RolloutId startedOn(ClusterId id) {
        var rollout = rollouts.start(plans.make(install(id, small())).id());
        eventually().until(() -> step(rollout, Phase.DATABASE).deadline() != null);
        return rollout;
    }

    /** Names the trouble while it lasts, and forgets it when it is over. */
    private void assertTold(RolloutId id, Runnable trouble, Runnable end, String words) {
        trouble.run();
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo(words));
        var cluster = rollouts.get(id).cluster();
        eventually().until(() -> !clusters.reachability(cluster).isLive());
        end.run();
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.database"));
        eventually().until(() -> clusters.reachability(cluster).isLive());
    }

    private String wait(RolloutId id) {
        var words = step(id, Phase.DATABASE).words();
        return words == null ? "" : words.key();
    }

    private void assertEndsWithNothingDoneTwice(RolloutId id) {
        cluster.speakForPostgres();
        awaitState(id, RolloutState.DONE);
        var seen = new HashSet<String>();
        assertThat(rollouts.events(id, 0, 10_000))
                .filteredOn(event -> List.of("apply", "delete", "done").contains(event.kind()))
                .allSatisfy(event -> assertThat(seen.add(event.kind() + event.message()))
                        .as("%s", event)
                        .isTrue());
        assertThat(plans.make(rollouts.get(id).installation()).entries())
                .allMatch(entry -> entry.action() == Action.UNCHANGED);
    }

    @Test
    void anApiServerThatIsCutOffHangsTalksNonsenseIsSlowOrRestartsIsWaitedFor() {
        try (var network = cluster.proxy()) {
            var id = startedOn(register(access(network.url(), cluster.authority(), RealAccess.certificate(cluster))));
            assertTold(id, network::cut, network::restore, "rollout.wait.unreachable");
            assertTold(id, network::goSilent, network::restore, "rollout.wait.unreachable");
            assertTold(id, network::answerGarbage, network::restore, "rollout.wait.unreachable");
            assertTold(id, cluster::crash, cluster::restart, "rollout.wait.unreachable");
            network.delay(Duration.ofMillis(200));
            cluster.speakForPostgres();
            awaitState(id, RolloutState.DONE);
            network.restore();
            assertEndsWithNothingDoneTwice(id);
        }
    }

    @Test
    void anApiServerThatAnswersWithErrorsOrNonsenseIsToldAndWaitedFor(Fleet fleet) {
        try (var proxy = cluster.apiProxy()) {
            var id = startedOn(register(access(proxy.url(), cluster.authority(), rollersToken())));
            assertTold(id, () -> proxy.answer(500, JSON, ""), proxy::forward, "rollout.wait.overloaded");
            assertTold(id, () -> proxy.answer(503, HTML, "<html>"), proxy::forward, "rollout.wait.overloaded");
            assertTold(id, () -> proxy.answer(200, HTML, "<html>Sign in"), proxy::forward, "rollout.wait.unreachable");
            assertTold(id, () -> proxy.answer(200, JSON, "{\"kind\":"), proxy::forward, "rollout.wait.unreachable");
            assertTold(id, () -> proxy.answerWithoutEnd("{\"a\":1,"), proxy::forward, "rollout.wait.unreachable");
            var other = fleet.unknownAuthority();
            assertTold(
                    id,
                    () -> proxy.present(cluster.servedBy(other)),
                    () -> clusters.replaceCredentials(
                            rollouts.get(id).cluster(), access(proxy.url(), other.certificate(), rollersToken())),
                    "rollout.wait.untrusted");
            assertEndsWithNothingDoneTwice(id);
        }
    }

    @Test
    void anOverloadedApiServerIsLeftAloneForAsLongAsItAsks() {
        try (var proxy = cluster.apiProxy()) {
            var id = startedOn(register(access(proxy.url(), cluster.authority(), rollersToken())));
            proxy.answer(429, Map.of("Retry-After", "9"), "Too many requests, please try again later.");
            eventually().until(() -> proxy.refused().size() >= 3);
            assertThat(wait(id)).isEqualTo("rollout.wait.overloaded");
            assertThat(step(id, Phase.DATABASE).theirWords()).contains("429", "Too many requests");
            assertPausesOf(Duration.ofSeconds(9), proxy.refused());
            proxy.forward();
            eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.database"));
        }
    }

    private static void assertPausesOf(Duration least, List<ApiProxy.Refused> requests) {
        for (int i = 1; i < requests.size(); i++) {
            var pause = Duration.ofNanos(
                    requests.get(i).nanos() - requests.get(i - 1).nanos());
            assertThat(pause).as("%s", requests).isGreaterThan(least.minusMillis(500));
        }
    }

    @Test
    void aPlanThatMeetsTroubleSaysWhichAndIsMadeWhenItIsOver() {
        try (var proxy = cluster.apiProxy()) {
            var installation = install(register(access(proxy.url(), cluster.authority(), rollersToken())), small());
            proxy.answer(429, Map.of("Retry-After", "1"), "Too many requests");
            assertPlanFails(installation, ConnectionFailed.Kind.SERVER_ERROR);
            proxy.answer(200, HTML, "<html>Sign in</html>");
            assertPlanFails(installation, ConnectionFailed.Kind.GARBAGE);
            proxy.answer(200, JSON, "{\"kind\":\"Sta");
            assertPlanFails(installation, ConnectionFailed.Kind.GARBAGE);
            proxy.forward();
            assertThat(plans.make(installation).blockers()).isEmpty();
        }
    }

    private void assertPlanFails(ai.hexabase.console.common.InstallationId installation, ConnectionFailed.Kind kind) {
        assertThatThrownBy(() -> plans.make(installation))
                .isInstanceOfSatisfying(
                        ConnectionFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void permissionsTakenAwayTokensRevokedAndCertificatesExpiredAreNamedAndTheRolloutGoesOnWithWhatReplacesThem() {
        var registered = register(access(cluster.url(), cluster.authority(), rollersToken()));
        var id = startedOn(registered);

        cluster.kubectl("delete", "clusterrolebinding", ROLLERS_BINDING);
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.denied"));
        assertThat(step(id, Phase.DATABASE).theirWords()).contains(ROLLER, "cannot get");
        rollersToken();
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.database"));

        cluster.kubectl("delete", "serviceaccount", ROLLER, "-n", "default");
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.unauthorized"));
        eventually().untilAsserted(() -> assertThat(problem(registered)).isEqualTo("kube-unauthorized"));

        var brief = cluster.issueClientCertificate(Duration.ofSeconds(40), "brief", List.of("system:masters"));
        clusters.replaceCredentials(
                registered,
                access(
                        cluster.url(),
                        cluster.authority(),
                        new Credentials.ClientCertificate(brief.certificate(), brief.key())));
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.database"));
        eventually().untilAsserted(() -> assertThat(wait(id)).isEqualTo("rollout.wait.unauthorized"));
        clusters.replaceCredentials(
                registered, access(cluster.url(), cluster.authority(), RealAccess.certificate(cluster)));
        assertEndsWithNothingDoneTwice(id);
    }

    private String problem(ClusterId id) {
        return switch (clusters.reachability(id)) {
            case Reachability.Live live -> "";
            case Reachability.Reconnecting(var since, var problem) -> problem == null ? "" : problem.code();
            case Reachability.UnknownSince(var since, var problem) -> problem.code();
        };
    }

    @Test
    void aNamespaceThatSomebodyDeletesInTheMiddleIsNamedAndANewPlanPutsEverythingBack() {
        var id = startedOn(register(access(cluster.url(), cluster.authority(), RealAccess.certificate(cluster))));
        cluster.kubectl("delete", "namespace", Names.NAMESPACE, "--wait=false");
        var failed = awaitState(id, RolloutState.FAILED);
        var problem = Objects.requireNonNull(failed.current().orElseThrow().problem());
        assertThat(problem.code()).isEqualTo("rollout-object-gone");
        rollouts.cancel(id);
        cluster.resetNamespaces();
        var again = rollouts.start(plans.make(failed.installation()).id());
        assertEndsWithNothingDoneTwice(again);
    }

    private ClusterId register(KubeAccess access) {
        return clusters.register(unique("troubled"), Site.UNKNOWN, access).id();
    }

    private static KubeAccess access(URI server, String authority, Credentials credentials) {
        return KubeAccess.of(server, authority, credentials);
    }

    private Credentials rollersToken() {
        var kubeconfig = cluster.serviceAccountKubeconfig("default", ROLLER, "cluster-admin");
        return kubeconfigs.read(kubeconfig).access(cluster.name()).credentials();
    }
}

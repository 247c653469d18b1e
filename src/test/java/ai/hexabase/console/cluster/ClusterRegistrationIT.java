package ai.hexabase.console.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.cluster.ConnectionReport.Stage;
import ai.hexabase.console.cluster.ConnectionReport.StageResult;
import ai.hexabase.console.cluster.ConnectionReport.State;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.TlsReport;
import ai.hexabase.console.test.ConsoleTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@ConsoleTest
@RealClusters(count = 2)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ClusterRegistrationIT {
    @Autowired
    Clusters clusters;

    @Autowired
    Kubeconfigs kubeconfigs;

    @Autowired
    DSLContext db;

    @AfterEach
    void forget() {
        clusters.list().forEach(cluster -> clusters.remove(cluster.id()));
    }

    private KubeAccess access(String kubeconfig) {
        var config = kubeconfigs.read(kubeconfig);
        return config.access(config.preferred().name());
    }

    private ConnectionReport tried(KubeAccess access) throws Exception {
        return clusters.tryOut(access, stage -> {}).get(60, TimeUnit.SECONDS);
    }

    private static StageResult stage(ConnectionReport report, Stage stage) {
        return report.stages().stream()
                .filter(result -> result.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClusterOfAPrivateAuthorityCanBeRegisteredOnceTheAuthorityIsAdded(FleetCluster real) throws Exception {
        var heard = new CopyOnWriteArrayList<StageResult>();
        var strange = access(real.kubeconfig()).trusting(null);
        var refused = clusters.tryOut(strange, heard::add).get(60, TimeUnit.SECONDS);
        assertThat(refused.canSave()).isFalse();
        assertThat(stage(refused, Stage.REACHABLE).state()).isEqualTo(State.PASSED);
        assertThat(stage(refused, Stage.TRUSTED).problem().code()).isEqualTo("cluster-tls-untrusted");
        assertThat(stage(refused, Stage.AUTHENTICATED).state()).isEqualTo(State.SKIPPED);
        assertThat(refused.tls().verdict()).isEqualTo(TlsReport.Verdict.UNTRUSTED);
        assertThat(refused.tls().missingIssuer()).isNotBlank();
        assertThat(heard.getFirst()).isEqualTo(new StageResult(Stage.REACHABLE, State.RUNNING, null, null));
        assertThatThrownBy(() -> clusters.register("tokyo-prod-1", Site.UNKNOWN, strange))
                .isInstanceOf(ProblemException.class);
        assertThat(clusters.list()).isEmpty();

        var trusting = strange.trusting(real.authority());
        var report = tried(trusting);
        assertThat(report.stages())
                .allSatisfy(result ->
                        assertThat(result.state()).as(result.toString()).isIn(State.PASSED, State.WARNING));
        assertThat(report.missing()).isEmpty();
        var registered = clusters.register("tokyo-prod-1", Site.UNKNOWN, trusting);
        assertThat(registered.version()).startsWith("v1.");
        Awaitility.await().until(() -> clusters.reachability(registered.id()).isLive());
        assertThat(clusters.capacity(registered.id()).nodes()).isNotEmpty();
    }

    @Test
    void theDatabaseHoldsNoCredentialsInTheClear(FleetCluster real) {
        var access = access(real.kubeconfig());
        clusters.register("tokyo-prod-1", Site.UNKNOWN, access);
        var sealed = db.fetchOne("select sealed_access from cluster").get(0, byte[].class);
        var key = ((Credentials.ClientCertificate) access.credentials()).keyPem();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("PRIVATE KEY", "127.0.0.1");
        assertThat(db.fetch("select * from cluster").toString()).doesNotContain(key.substring(40, 80));
    }

    @Test
    void aRestrictedServiceAccountIsToldExactlyWhichPermissionsItLacks(FleetCluster real) throws Exception {
        var kubeconfig = real.serviceAccountKubeconfigWithRules("reader", "reader", """
                - apiGroups: [""]
                  resources: [nodes, pods, events, persistentvolumeclaims]
                  verbs: [get, list, watch]
                - apiGroups: [""]
                  resources: [pods/log]
                  verbs: [get]
                """);
        var report = tried(access(kubeconfig));
        assertThat(stage(report, Stage.AUTHENTICATED).observed().args())
                .containsExactly("system:serviceaccount:reader:reader");
        assertThat(stage(report, Stage.AUTHENTICATED).state())
                .as("the token ends within the hour")
                .isEqualTo(State.WARNING);
        assertThat(stage(report, Stage.PERMISSIONS).state()).isEqualTo(State.WARNING);
        var granted = NeededPermissions.questions().stream()
                .filter(question -> List.of("nodes", "pods", "events", "persistentvolumeclaims")
                                        .contains(question.resource())
                                && List.of("get", "list", "watch").contains(question.verb())
                        || question.resource().equals("pods/log"))
                .toList();
        assertThat(report.missing())
                .containsExactlyElementsOf(NeededPermissions.questions().stream()
                        .filter(question -> !granted.contains(question))
                        .toList());
        assertThat(report.canSave()).isTrue();
        real.apply(NeededPermissions.clusterRole(report.missing()));
        real.kubectl(
                "create",
                "clusterrolebinding",
                "console-reader",
                "--clusterrole=hexabase-console",
                "--serviceaccount=reader:reader");
        assertThat(tried(access(kubeconfig)).missing()).isEmpty();
    }

    @Test
    void anExpiredCertificateIsToldBeforeAnythingIsSaved(FleetCluster real) throws Exception {
        var over = real.issueClientCertificate(Duration.ofMinutes(-5), "ann", List.of("system:masters"));
        var report = tried(access(real.kubeconfigFor(over)));
        assertThat(stage(report, Stage.AUTHENTICATED).problem().code()).isEqualTo("cluster-credentials-expired");
        assertThat(report.canSave()).isFalse();
    }

    @Test
    void credentialsOfNobodyAreRefused(FleetCluster real) throws Exception {
        var nobody = access(real.kubeconfig()).with(new Credentials.BearerToken("nobody-knows-this"));
        var report = tried(nobody);
        assertThat(stage(report, Stage.AUTHENTICATED).problem().code()).isEqualTo("kube-unauthorized");
        assertThatThrownBy(() -> clusters.register("tokyo-prod-1", Site.UNKNOWN, nobody))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aDeadAddressIsToldAsSuch() throws Exception {
        var report = tried(access(SampleKubeconfig.of("server: 'https://127.0.0.1:1'", SampleKubeconfig.CERTIFICATE)));
        assertThat(stage(report, Stage.REACHABLE).problem().code()).isEqualTo("kube-refused");
        assertThat(report.stages().stream().skip(1)).allMatch(result -> result.state() == State.SKIPPED);
    }

    @Test
    void aFrozenApiServerIsUnknownWithinSecondsWhileTheOtherClusterStaysLive(Fleet fleet) {
        var frozen = clusters.register(
                "frozen", Site.UNKNOWN, access(fleet.cluster(1).kubeconfig()));
        var healthy = clusters.register(
                "healthy", Site.UNKNOWN, access(fleet.cluster(2).kubeconfig()));
        Awaitility.await()
                .until(() -> clusters.reachability(frozen.id()).isLive()
                        && clusters.reachability(healthy.id()).isLive());
        fleet.cluster(1).freeze();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                assertThat(clusters.reachability(healthy.id()).isLive()).isTrue();
                return clusters.reachability(frozen.id()) instanceof Reachability.UnknownSince;
            });
        } finally {
            fleet.cluster(1).thaw();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> clusters.reachability(frozen.id()).isLive());
    }

    @Test
    void credentialsAreReplacedOnlyByThoseOfTheSameCluster(Fleet fleet) {
        var first = fleet.cluster(1);
        var registered = clusters.register("tokyo-prod-1", Site.UNKNOWN, access(first.kubeconfig()));
        var before = clusters.connection(registered.id());
        assertThatThrownBy(() -> clusters.replaceCredentials(
                        registered.id(), access(fleet.cluster(2).kubeconfig())))
                .hasMessageContaining("cluster-another");
        var ann = first.issueClientCertificate(Duration.ofDays(2), "ann", List.of("system:masters"));
        var replaced = clusters.replaceCredentials(registered.id(), access(first.kubeconfigFor(ann)));
        assertThat(replaced.identity().username()).isEqualTo("ann");
        assertThat(replaced.credentialsExpireAt()).isNotNull();
        assertThat(clusters.connection(registered.id()))
                .isNotSameAs(before)
                .satisfies(
                        connection -> assertThat(connection.whoAmI().username()).isEqualTo("ann"));
    }
}

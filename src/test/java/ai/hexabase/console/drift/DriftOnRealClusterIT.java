package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.drift.DriftedObject.Kind;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.RealAccess;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.Base64;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Drift on a real API server, made with kubectl; one installation for all tests, each puts back what it did. */
@RealClusters
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftOnRealClusterIT extends DriftGround {
    private static final String PASSWORD = "correct-otter-battery";
    private static final ObjectRef SECRET = ResourceKind.SECRET.named(Names.NAMESPACE, Names.DATABASE_EXTERNAL_SECRET);
    private static final ObjectRef SERVICE = ResourceKind.SERVICE.named(Names.NAMESPACE, Names.UI_SERVICE);

    @Autowired
    Kubeconfigs kubeconfigs;

    @Autowired
    DSLContext db;

    private final FleetCluster cluster;

    @Nullable
    private ClusterId registered;

    @Nullable
    private InstallationId installation;

    DriftOnRealClusterIT(FleetCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void inSync() {
        if (installation == null) {
            registered = clusters.register(unique("real"), Site.UNKNOWN, RealAccess.to(cluster))
                    .id();
            installation = install(registered, externalDatabase());
        }
        if (!(drifts.report(id()).state() instanceof DriftState.InSync)) {
            rollOut(id());
        }
        awaitInSync(id());
    }

    @AfterAll
    void empty() {
        cluster.resetNamespaces();
        cluster.tryKubectl("delete", "clusterroles,clusterrolebindings", "-l", Names.INSTALLATION_LABEL);
    }

    private InstallationId id() {
        return Objects.requireNonNull(installation);
    }

    private Settings externalDatabase() {
        return small().with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "db.example.com")
                .with(Setting.DATABASE_NAME, "hexabase")
                .with(Setting.DATABASE_USER, "hexabase")
                .with(Setting.DATABASE_PASSWORD, installations.sealPassword(PASSWORD));
    }

    private void inNamespace(String... arguments) {
        var all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "-n";
        all[arguments.length + 1] = Names.NAMESPACE;
        cluster.kubectl(all);
    }

    private DriftedObject drifted(ObjectRef ref) {
        return drifts.report(id()).open().stream()
                .filter(object -> object.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ref + " is not in " + drifts.report(id())));
    }

    @Test
    void whatKubectlScaledEditedAndDeletedIsToldFieldByFieldAndPuttingBackEndsAllOfIt() {
        inNamespace("scale", "deployment", Names.CONTROL_PLANE, "--replicas=5");
        inNamespace(
                "patch",
                "deployment",
                Names.CONTROL_PLANE,
                "--field-manager=kubectl-edit",
                "-p",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"control-plane\",\"image\":\"registry.example.com/other:1.0.0\"}]}}}}");
        inNamespace("delete", "service", Names.UI_SERVICE);
        eventually().untilAsserted(() -> {
            assertThat(drifted(DEPLOYMENT).fields()).hasSize(2);
            assertThat(drifted(SERVICE).kind()).isEqualTo(Kind.GONE);
        });
        var fields = drifted(DEPLOYMENT).fields();
        assertThat(fields)
                .filteredOn(field -> field.path().toString().equals(".spec.replicas"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.live()).isEqualTo("5");
                    assertThat(Objects.requireNonNull(field.owner()).manager()).isEqualTo("kubectl");
                    assertThat(field.owner().subresource()).isEqualTo("scale");
                });
        assertThat(fields)
                .filteredOn(field ->
                        field.path().toString().equals(".spec.template.spec.containers[name=\"control-plane\"].image"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.expected()).isEqualTo(small().text(Setting.CONTROL_PLANE_IMAGE));
                    assertThat(field.live()).isEqualTo("registry.example.com/other:1.0.0");
                    assertThat(Objects.requireNonNull(field.owner()).manager()).isEqualTo("kubectl-edit");
                });
        assertThat(plans.make(id()).entries().stream()
                        .filter(entry -> entry.action() != ai.hexabase.console.rollout.Action.UNCHANGED)
                        .map(entry -> entry.ref()))
                .as("plan and drift say the same")
                .containsExactlyInAnyOrder(DEPLOYMENT, SERVICE);
        rollOut(id());
        awaitInSync(id());
    }

    @Test
    void aChangedSecretIsDriftAndItsValuesStandNowhere() {
        var other = Base64.getEncoder().encodeToString("stolen-otter".getBytes());
        inNamespace("patch", "secret", Names.DATABASE_EXTERNAL_SECRET, "-p", "{\"data\":{\"uri\":\"" + other + "\"}}");
        eventually().untilAsserted(() -> assertThat(drifted(SECRET).fields()).hasSize(1));
        var field = drifted(SECRET).fields().getFirst();
        assertThat(field.path()).hasToString(".data.uri");
        assertThat(field.secret()).isTrue();
        assertThat(db.fetch("select document::text from drift_object").formatJSON())
                .doesNotContain(other, "stolen-otter", PASSWORD);
        assertThat(drifts.acceptance(id(), drifted(SECRET)).fields().getFirst().options())
                .isEmpty();
    }

    @Test
    void anAutoscalersReplicasAreLeftToItAndNoDriftFromThenOn() {
        autoscale(6);
        var object = awaitDrifted(id());
        var field = object.fields().getFirst();
        assertThat(Objects.requireNonNull(field.owner()).manager()).isEqualTo("kube-controller-manager");
        assertThat(drifts.acceptance(id(), object).fields().getFirst().options())
                .extracting(option -> option.change().setting())
                .containsExactly(Setting.CONTROL_PLANE_REPLICAS);
        drifts.leave(id(), object, field);
        awaitInSync(id());
        autoscale(7);
        compareAll();
        assertThat(drifts.report(id()).state()).isInstanceOf(DriftState.InSync.class);
    }

    private void autoscale(int replicas) {
        inNamespace(
                "patch",
                "deployment",
                Names.CONTROL_PLANE,
                "--subresource=scale",
                "--field-manager=kube-controller-manager",
                "--type=merge",
                "-p",
                "{\"spec\":{\"replicas\":" + replicas + "}}");
    }

    /** As the schedule does it. */
    private void compareAll() {
        var before = Objects.requireNonNull(drifts.report(id()).comparedAt());
        eventually().untilAsserted(() -> {
            drifts.compareNow(id());
            assertThat(drifts.report(id()).comparedAt()).isAfter(before);
        });
    }

    @Test
    void statusAndFieldsThatNoRevisionSetsAreNoDrift() {
        inNamespace(
                "patch",
                "deployment",
                Names.CONTROL_PLANE,
                "--subresource=status",
                "--type=merge",
                "-p",
                "{\"status\":{\"conditions\":[]}}");
        inNamespace("annotate", "deployment", Names.CONTROL_PLANE, "team.example.com/note=ours");
        inNamespace("label", "service", Names.UI_SERVICE, "team.example.com/cost=42");
        compareAll();
        assertThat(drifts.report(id()).open()).isEmpty();
        assertThat(drifts.report(id()).state()).isInstanceOf(DriftState.InSync.class);
    }

    @Test
    void anApiServerThatHangsIsUnknownThoughItsWatchesLookAlive() {
        cluster.freeze();
        try {
            awaitState(id(), DriftState.Unknown.class);
        } finally {
            cluster.thaw();
        }
        awaitInSync(id());
    }

    @Test
    void withoutTheRightToWatchTheScheduleFindsWhatChangedAndWithoutTheRightToLookItIsUnknown() {
        try {
            as("blind", "[get, list, create, patch, delete]");
            eventually()
                    .untilAsserted(
                            () -> assertThat(drifts.report(id()).unwatched()).contains(ResourceKind.DEPLOYMENT));
            inNamespace("scale", "deployment", Names.CONTROL_PLANE, "--replicas=9");
            compareAll();
            assertThat(drifted(DEPLOYMENT).fields().getFirst().live()).isEqualTo("9");
            as("reader", "[get, list, watch]");
            eventually().untilAsserted(() -> {
                drifts.compareNow(id());
                assertThat(drifts.report(id()).state())
                        .isInstanceOfSatisfying(
                                DriftState.Unknown.class,
                                unknown -> assertThat(unknown.why().code()).isEqualTo("plan-forbidden"));
            });
        } finally {
            clusters.replaceCredentials(Objects.requireNonNull(registered), RealAccess.to(cluster));
        }
    }

    /** Uses the rights of a service account with these verbs on everything. */
    private void as(String account, String verbs) {
        var kubeconfig = cluster.serviceAccountKubeconfigWithRules("default", account, """
                - apiGroups: ["*"]
                  resources: ["*"]
                  verbs: %s
                - apiGroups: [rbac.authorization.k8s.io]
                  resources: ["*"]
                  verbs: [bind, escalate]
                """.formatted(verbs));
        clusters.replaceCredentials(
                Objects.requireNonNull(registered), kubeconfigs.read(kubeconfig).access(cluster.name()));
    }
}

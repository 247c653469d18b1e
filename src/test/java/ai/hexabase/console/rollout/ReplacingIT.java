package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.Connections;
import ai.hexabase.console.kube.DeleteOptions.Propagation;
import ai.hexabase.console.kube.RealAccess;
import ai.hexabase.console.kube.Timeouts;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that a real API server does not let be changed: planned, agreed to, deleted and made anew. */
@ConsoleTest
@RealClusters
class ReplacingIT {
    private static final String NS = "replaced";

    @Autowired
    DataSource console;

    @Autowired
    Connections connections;

    FleetCluster cluster;
    RolloutGround ground;

    @BeforeEach
    void start(FleetCluster real) {
        cluster = real;
        ground = new RolloutGround(console);
        var access = RealAccess.to(real);
        ground.real = connections.open(access, Timeouts.DEFAULT);
    }

    @AfterEach
    void empty() {
        ground.real.close();
        ground.close();
        cluster.resetNamespaces();
        cluster.tryKubectl("delete", "storageclass", "replaced-class");
    }

    private void render(String app, String claimSize, String role, String volumes) {
        ground.rendered.clear();
        add(Phase.NAMESPACE, "apiVersion: v1, kind: Namespace, metadata: {name: " + NS + "}");
        add(
                Phase.RBAC,
                "apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: grants, namespace: "
                        + NS + "}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: " + role
                        + "}, subjects: [{kind: User, name: somebody, apiGroup: rbac.authorization.k8s.io}]");
        add(
                Phase.CONFIGMAPS,
                "apiVersion: v1, kind: ConfigMap, immutable: true, metadata: {name: fixed, namespace: " + NS
                        + "}, data: {app: " + app + "}");
        add(
                Phase.STORAGE,
                "apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: replaced-class},"
                        + " provisioner: example.com/disk, volumeBindingMode: WaitForFirstConsumer, parameters: {size: '"
                        + claimSize + "'}");
        add(Phase.CONTROL_PLANE, workload("Deployment", app, "replicas: 2, "));
        add(
                Phase.CONTROL_PLANE,
                workload(
                        "StatefulSet",
                        "keeper",
                        "serviceName: " + volumes + ", replicas: 1, podManagementPolicy: "
                                + (volumes.equals("a") ? "OrderedReady" : "Parallel") + ", "));
        add(
                Phase.NETWORKING,
                "apiVersion: v1, kind: Service, metadata: {name: entry, namespace: " + NS + "}, spec: {selector: {app: "
                        + app + "}, ports: [{port: 80}]" + (volumes.equals("a") ? "" : ", clusterIP: None") + "}");
        add(
                Phase.INITIALISE,
                "apiVersion: batch/v1, kind: Job, metadata: {name: once, namespace: " + NS
                        + "}, spec: {template: {metadata: {annotations: {app: " + app
                        + "}}, spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}}}");
    }

    private static String workload(String kind, String app, String more) {
        return "apiVersion: apps/v1, kind: " + kind + ", metadata: {name: "
                + kind.toLowerCase(java.util.Locale.ROOT) + ", namespace: " + NS + "}, spec: {" + more
                + "selector: {matchLabels: {app: " + app + "}}, template: {metadata: {labels: {app: " + app
                + "}}, spec: {containers: [{name: main, image: busybox}]}}}";
    }

    /** All carry a label that makes them the installation's own. */
    private void add(Phase phase, String yaml) {
        var own = yaml.replaceFirst("metadata: \\{", "metadata: {labels: {own: '1'}, ");
        ground.rendered.add(new RenderedObject(phase, Samples.yaml("{" + own + "}")));
    }

    private RolloutId carriedOut(Plan plan) {
        var id = ground.rollouts.start(plan.id());
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            ground.pass(Duration.ofSeconds(1));
            // every look is one of a console that was just started
            ground.restarted();
            assertThat(ground.rollouts.get(id))
                    .satisfies(rollout -> assertThat(rollout.state())
                            .as("%s", rollout.current())
                            .isEqualTo(RolloutState.DONE));
        });
        return id;
    }

    private String uid(String kind, String name) {
        return cluster.kubectl("get", kind, name, "-n", NS, "-o", "jsonpath={.metadata.uid}");
    }

    @Test
    void whatCannotBeChangedIsShownWithItsCostAgreedToOneByOneAndMadeAnew() {
        render("one", "1", "view", "a");
        carriedOut(ground.plans.make(ground.installation));
        var pod = uid("pod", "statefulset-0");
        var configuration = uid("configmap", "fixed");
        render("two", "2", "edit", "b");
        ground.revision = 2;
        var plan = ground.plans.make(ground.installation);
        assertThat(plan.entries())
                .allSatisfy(entry ->
                        assertThat(entry.problem()).as("%s", entry.ref()).isNull());
        assertThat(plan.entries().stream()
                        .filter(entry -> entry.action() == Action.REPLACE)
                        .map(entry -> entry.ref().kind().kind() + " "
                                + entry.replacement().propagation() + " "
                                + entry.replacement().costs().stream()
                                        .map(Message::key)
                                        .toList()))
                .containsExactlyInAnyOrder(
                        "RoleBinding " + Propagation.BACKGROUND + " [rollout.replace.rights]",
                        "ConfigMap " + Propagation.BACKGROUND + " [rollout.replace.read]",
                        "StorageClass " + Propagation.BACKGROUND + " [rollout.replace.storage-class]",
                        "Deployment " + Propagation.FOREGROUND + " [rollout.replace.down]",
                        "StatefulSet " + Propagation.ORPHAN + " [rollout.replace.adopted]",
                        "Service " + Propagation.BACKGROUND + " [rollout.replace.address]",
                        "Job " + Propagation.FOREGROUND + " [rollout.replace.job]");
        assertThat(uid("configmap", "fixed")).as("a plan changes nothing").isEqualTo(configuration);
        assertThatThrownBy(() -> ground.rollouts.start(plan.id())).isInstanceOf(ProblemException.class);
        plan.notAgreed().forEach(entry -> ground.plans.agree(plan.id(), entry, true));
        var id = carriedOut(ground.plans.get(plan.id()));
        assertThat(uid("configmap", "fixed")).isNotEqualTo(configuration);
        assertThat(uid("pod", "statefulset-0")).as("the pod went on").isEqualTo(pod);
        assertThat(ground.rollouts.events(id, 0, 1000))
                .filteredOn(event -> event.message().key().equals("rollout.event.replaced"))
                .hasSize(7);
        assertThat(ground.plans.make(ground.installation).entries())
                .allMatch(entry -> entry.action() == Action.UNCHANGED);
    }

    @Test
    void whatTheServerWouldRefuseAnywayStaysARefusal() {
        render("one", "1", "view", "a");
        carriedOut(ground.plans.make(ground.installation));
        ground.rendered.removeIf(each -> each.phase() != Phase.NAMESPACE);
        add(Phase.CONTROL_PLANE, workload("Deployment", "two", "replicas: -1, "));
        var plan = ground.plans.make(ground.installation);
        assertThat(plan.notAgreed()).isEmpty();
        assertThat(plan.entries())
                .anySatisfy(entry -> assertThat(String.valueOf(entry.problem())).contains("plan-refused"));
    }
}

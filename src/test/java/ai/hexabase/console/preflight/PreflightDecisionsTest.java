package ai.hexabase.console.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.preflight.Observed.PodProbe;
import ai.hexabase.console.preflight.Observed.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreflightDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T14:31:00Z");
    private static final Map<String, String> OURS = Map.of("hexabase.ai/installation", "1");
    private static final KubeObject DEPLOYMENT = yaml("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: n}
            spec:
              replicas: 3
              template:
                metadata: {labels: {app: api}}
                spec:
                  topologySpreadConstraints:
                  - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, minDomains: 3}
                  containers:
                  - {name: main, resources: {requests: {cpu: 500m, memory: 1Gi}}}
            """);
    private static final KubeObject DATABASE = yaml("""
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: db, namespace: n}
            spec: {instances: 2, storage: {size: 10Gi, storageClass: fast}, resources: {requests: {cpu: 1, memory: 2Gi}}}
            """);
    private static final KubeObject NAMESPACE = yaml("{apiVersion: v1, kind: Namespace, metadata: {name: n}}");
    private static final Wanted WANTED = new Wanted(List.of(NAMESPACE, DEPLOYMENT, DATABASE), Set.of(), OURS);

    private Fact<ServerInfo> server = Fact.known(new ServerInfo("v1.34.2", 1, 34, "linux/amd64"));
    private Fact<List<AccessAnswer>> access = Fact.known(List.of());
    private Fact<List<ResourceKind>> missingKinds = Fact.known(List.of());
    private Fact<ClusterCapacity> capacity = Fact.known(nodes(3, 4000, 8));
    private Fact<List<Observed.Pod>> ownPods = Fact.known(List.of());
    private Fact<List<KubeObject>> storageClasses = Fact.known(List.of(storageClass("fast", false)));
    private Fact<Map<String, Stage>> namespaces = Fact.known(Map.of("n", Stage.ACTIVE));
    private Fact<List<KubeObject>> existing = Fact.known(List.of());
    private Fact<List<KubeObject>> quotas = Fact.known(List.of());
    private Fact<List<PodProbe>> probes = Fact.known(List.of(probe(false, null, List.of())));

    private static KubeObject yaml(String text) {
        return KubeObject.of(Yaml.read(text, Yaml.Limits.OWN));
    }

    private static KubeObject storageClass(String name, boolean standard) {
        return yaml("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: " + name
                + ", annotations: {storageclass.kubernetes.io/is-default-class: '" + standard + "'}}}");
    }

    private static PodProbe probe(boolean standIn, String refusal, List<String> warnings) {
        return new PodProbe(DEPLOYMENT.ref(), standIn ? "default" : "n", standIn, refusal, warnings);
    }

    private static ClusterCapacity nodes(int count, long cpuMillis, long memoryGib) {
        return new ClusterCapacity(
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> node("node-" + i, "zone-" + i, cpuMillis, memoryGib, 0))
                        .toList(),
                NOW);
    }

    private static ClusterCapacity.Node node(
            String name, String zone, long cpuMillis, long memoryGib, long requestedMillis) {
        return new ClusterCapacity.Node(
                name, zone, true, true, cpuMillis, memoryGib << 30, 110, requestedMillis, 0, 0, Map.of());
    }

    private Report report() {
        var observed = new Observed(
                NOW,
                server,
                access,
                missingKinds,
                capacity,
                ownPods,
                storageClasses,
                namespaces,
                existing,
                quotas,
                probes);
        return Preflights.decide(WANTED, PodDemand.of(WANTED.objects()), observed);
    }

    private Check check(String code) {
        return report().checks().stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingPassesOnAClusterThatHasWhatIsNeeded() {
        assertThat(report().checks()).hasSize(11).allMatch(check -> check.result() == Result.PASS);
    }

    @Test
    void aClusterThatDoesNotAnswerIsTheOnlyThingToldAboutIt() {
        server = Fact.unknown(Problem.of("kube-refused", "https://x").saying("connection refused"));
        assertThat(report().checks()).singleElement().satisfies(check -> {
            assertThat(check.result()).isEqualTo(Result.BLOCKED);
            assertThat(check.words()).isEqualTo("connection refused");
        });
    }

    @Test
    void kubernetes129IsTooOldAnd130IsNot() {
        server = Fact.known(new ServerInfo("v1.29.9", 1, 29, ""));
        assertThat(check("version").result()).isEqualTo(Result.BLOCKED);
        server = Fact.known(new ServerInfo("v1.30.0+k3s1", 1, 30, ""));
        assertThat(check("version").result()).isEqualTo(Result.PASS);
    }

    @Test
    void everyMissingPermissionIsNamed() {
        var question = AccessQuestion.of("patch", ResourceKind.DEPLOYMENT, "n");
        access = Fact.known(List.of(new AccessAnswer(question, false, null)));
        assertThat(check("access").result()).isEqualTo(Result.BLOCKED);
        assertThat(check("access").words()).isEqualTo("patch deployments.apps -n n");
    }

    @Test
    void permissionsThatCannotBeAskedForAreUnknownAndNotMissing() {
        access = Fact.unknown(Problem.of("kube-timed-out", "x"));
        assertThat(check("access").result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void aMissingDatabaseOperatorSaysWhatToInstall() {
        missingKinds = Fact.known(List.of(ResourceKind.DATABASE_CLUSTER));
        assertThat(check("kinds").action().key()).isEqualTo("preflight.kinds.action.cnpg");
    }

    @Test
    void enoughInSumIsNotEnoughWhenNoSingleNodeHasRoom() {
        capacity = Fact.known(nodes(12, 450, 8));
        assertThat(check("capacity").result()).isEqualTo(Result.BLOCKED);
        assertThat(check("capacity").observed().args()).contains("db");
    }

    @Test
    void podsThatRunAlreadyDoNotCountTwice() {
        capacity = Fact.known(new ClusterCapacity(
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> node("node-" + i, "zone-" + i, 2000, 8, 1500))
                        .toList(),
                NOW));
        assertThat(check("capacity").result()).isEqualTo(Result.BLOCKED);
        ownPods = Fact.known(IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Observed.Pod("node-" + i, 1500, 0))
                .toList());
        assertThat(check("capacity").result()).isEqualTo(Result.PASS);
    }

    @Test
    void cordonedNodesGiveNoRoom() {
        var open = node("a", "zone-1", 8000, 32, 0);
        var cordoned = new ClusterCapacity.Node("b", "zone-2", true, false, 8000, 32L << 30, 110, 0, 0, 0, Map.of());
        capacity = Fact.known(new ClusterCapacity(List.of(open, cordoned), NOW));
        assertThat(check("zones").observed().args()).containsExactly("1", "zone-1");
        assertThat(check("zones").result()).isEqualTo(Result.BLOCKED);
    }

    @Test
    void aStorageClassThatIsNotThereIsNamed() {
        storageClasses = Fact.known(List.of(storageClass("slow", true)));
        assertThat(check("storage").result()).isEqualTo(Result.BLOCKED);
        assertThat(check("storage").action().args()).containsExactly("fast");
    }

    @Test
    void anObjectOfSomebodyElseIsInTheWayAndOneOfOursIsNot() {
        existing = Fact.known(
                List.of(
                        yaml(
                                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: n, labels: {hexabase.ai/installation: '1'}}}")));
        assertThat(check("names").result()).isEqualTo(Result.PASS);
        existing = Fact.known(
                List.of(
                        yaml(
                                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: n, labels: {app.kubernetes.io/managed-by: Helm}}}")));
        assertThat(check("names").result()).isEqualTo(Result.WARNING);
        assertThat(check("names").words()).contains("Helm");
    }

    @Test
    void aNamespaceMadeBeforehandIsOnlyAWarning() {
        existing = Fact.known(List.of(NAMESPACE));
        assertThat(check("names").result()).isEqualTo(Result.WARNING);
    }

    @Test
    void aNamespaceThatIsBeingDeletedBlocks() {
        namespaces = Fact.known(Map.of("n", Stage.TERMINATING));
        assertThat(check("namespace").result()).isEqualTo(Result.BLOCKED);
    }

    @Test
    void aRefusedPodBlocksInTheServersWords() {
        probes = Fact.known(List.of(probe(false, "violates PodSecurity", List.of())));
        assertThat(check("pods").result()).isEqualTo(Result.BLOCKED);
        assertThat(check("pods").words()).isEqualTo("violates PodSecurity");
    }

    @Test
    void aQuotaThatOurOwnPodsFillBlocksNothingButOneThatOthersFillDoes() {
        probes = Fact.known(List.of(probe(false, "forbidden: exceeded quota: n", List.of())));
        assertThat(check("pods").result()).isEqualTo(Result.BLOCKED);
        ownPods = Fact.known(List.of(new Observed.Pod("node-1", 500, 0)));
        assertThat(check("pods").result()).isEqualTo(Result.WARNING);
        assertThat(check("pods").words()).contains("exceeded quota");
    }

    @Test
    void podsTriedInAnotherNamespaceAreUnknownAndNotPassed() {
        probes = Fact.known(List.of(probe(true, null, List.of())));
        assertThat(check("pods").result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void warningsOfTheServerAreShown() {
        probes = Fact.known(List.of(probe(false, null, List.of("would violate"))));
        assertThat(check("pods").result()).isEqualTo(Result.WARNING);
    }

    @Test
    void aQuotaSmallerThanAllPodsTogetherBlocks() {
        quotas = Fact.known(
                List.of(
                        yaml(
                                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: n}, spec: {hard: {requests.cpu: '3'}}}")));
        assertThat(check("quota").result()).isEqualTo(Result.BLOCKED);
        assertThat(check("quota").words()).isEqualTo("ResourceQuota n/q: requests.cpu 3 < 3.5");
    }

    @Test
    void asksForEveryVerbThePlanUses() {
        var asked = Access.questions(
                new Wanted(List.of(DEPLOYMENT), Set.of(ResourceKind.CONFIG_MAP.named("n", "old")), OURS));
        assertThat(asked)
                .contains(
                        AccessQuestion.of("patch", ResourceKind.DEPLOYMENT, "n"),
                        AccessQuestion.of("create", ResourceKind.DEPLOYMENT, "n"),
                        AccessQuestion.of("delete", ResourceKind.CONFIG_MAP, "n"),
                        AccessQuestion.of("create", ResourceKind.POD, "n"),
                        AccessQuestion.of("list", ResourceKind.NODE, null))
                .doesNotHaveDuplicates();
    }
}

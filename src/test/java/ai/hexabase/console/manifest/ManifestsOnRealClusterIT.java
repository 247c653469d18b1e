package ai.hexabase.console.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.certificate.TestCertificate;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object the console renders is judged by a real API server and the real database operator. */
@RealClusters(databaseOperator = true)
class ManifestsOnRealClusterIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final InstallationId ID = InstallationId.of("0b1e7f5e-53c1-4c0b-a3a1-0d8d3f5f2a10");

    private final FleetCluster cluster;

    ManifestsOnRealClusterIT(FleetCluster cluster) {
        this.cluster = cluster;
    }

    @AfterEach
    void empty() {
        cluster.resetNamespaces();
    }

    @ParameterizedTest
    @ValueSource(strings = {Profile.SMALL, Profile.MEDIUM, Profile.LARGE})
    void everyObjectPassesTheStrictDryRunAndTheRealApplyWithoutAWarning(String profile) {
        var rendered = render(Profile.of(profile).settings());
        apply(List.of(rendered.getFirst()));
        var answer = cluster.tryKubectl(
                "apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", file(rendered));
        assertThat(answer.errors()).as("in the dry run").isEmpty();
        assertThat(answer.ok()).isTrue();
        assertThat(answer.output().lines()).hasSameSizeAs(rendered);
        apply(rendered);
    }

    @ParameterizedTest
    @ValueSource(strings = {Profile.SMALL, Profile.MEDIUM})
    void kubectlTakesTheExportAsItIsAndAsAKustomizeBase(String profile, @TempDir Path folder) throws IOException {
        var export = new Export(rendered(Profile.of(profile).settings()));
        apply(List.of(render(Profile.of(profile).settings()).getFirst()));
        var yaml = Files.writeString(folder.resolve("export.yaml"), export.yaml());
        assertTaken("-f", yaml);
        var base = Files.createDirectory(folder.resolve("base"));
        for (var file : ExportTest.unzipped(export.kustomization()).entrySet()) {
            Files.writeString(base.resolve(file.getKey()), file.getValue());
        }
        assertTaken("-k", base);
        assertThat(cluster.kubectl("kustomize", base.toString()).lines())
                .filteredOn(line -> line.startsWith("kind: "))
                .hasSameSizeAs(rendered(Profile.of(profile).settings()));
    }

    @ParameterizedTest
    @ValueSource(strings = {Profile.SMALL, Profile.MEDIUM})
    void kubectlFindsTheExportAppliedWhoeverAsks(String profile, @TempDir Path folder) throws IOException {
        var rendered = rendered(Profile.of(profile).settings());
        apply(objects(rendered));
        var yaml = Files.writeString(folder.resolve("export.yaml"), new Export(rendered).yaml());
        cluster.kubectl(
                "rollout", "status", "deployment/" + Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--timeout=60s");
        // kubectl takes 2000m and the 2 that is stored for two values when it does not own the field
        for (var asking : List.of("--field-manager=hexabase-console", "--force-conflicts")) {
            // what controllers write between kubectl's two questions is no difference of ours and passes
            await().atMost(SOON).untilAsserted(() -> {
                var diff = cluster.tryKubectl("diff", "--server-side", asking, "-f", yaml.toString());
                assertThat(diff.code()).as(diff.output() + diff.errors()).isZero();
            });
        }
        var fewer = rendered(Profile.of(profile).settings().with(Setting.MAX_VCLUSTERS, "7"));
        Files.writeString(yaml, new Export(fewer).yaml());
        assertThat(cluster.tryKubectl("diff", "--server-side", "--force-conflicts", "-f", yaml.toString())
                        .code())
                .as("1 says that something differs")
                .isEqualTo(1);
    }

    private void assertTaken(String how, Path what) {
        var answer = cluster.tryKubectl(
                "apply", "--server-side", "--dry-run=server", "--validate=strict", how, what.toString());
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.output().lines())
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.contains("serverside-applied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Profile.SMALL, Profile.MEDIUM, Profile.LARGE})
    void everyPodOfTheControlPlaneRunsAndThePodsStandInAllZones(String profile) {
        var settings = Profile.of(profile).settings();
        apply(render(settings));
        var replicas = settings.number(Setting.CONTROL_PLANE_REPLICAS);
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(pods("{.items[*].status.phase}"))
                        .hasSize(replicas)
                        .containsOnly("Running"));
        assertThat(new HashSet<>(pods("{.items[*].spec.nodeName}")))
                .containsExactlyInAnyOrder("node-1", "node-2", "node-3");
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                cluster.kubectl(
                                        "get",
                                        "job",
                                        "-n",
                                        Names.NAMESPACE,
                                        "-o",
                                        "jsonpath={.items[?(@.metadata.labels.app\\.kubernetes\\.io/component=='initialisation')].status.succeeded}"))
                        .isEqualTo("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Profile.SMALL, Profile.MEDIUM})
    void theDatabaseOperatorMakesTheDatabaseItIsAskedFor(String profile) {
        makesTheDatabaseOf(profile);
    }

    /** An instance of 16 cores finds no room on the fleet's usual nodes of 8. */
    @Test
    void theDatabaseOperatorMakesTheLargeDatabaseOnNodesThatHoldIt() {
        resizeNodes("32", "128Gi");
        try {
            makesTheDatabaseOf(Profile.LARGE);
        } finally {
            resizeNodes("8", "32Gi");
        }
    }

    private void resizeNodes(String cpu, String memory) {
        var size = "{\"cpu\":\"" + cpu + "\",\"memory\":\"" + memory + "\"}";
        for (var node : List.of("node-1", "node-2", "node-3")) {
            cluster.kubectl(
                    "patch",
                    "node",
                    node,
                    "--subresource=status",
                    "--type=merge",
                    "-p",
                    "{\"status\":{\"capacity\":" + size + ",\"allocatable\":" + size + "}}");
        }
    }

    private void makesTheDatabaseOf(String profile) {
        apply(render(Profile.of(profile).settings()));
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            assertThat(get("secret", Names.DATABASE_APP_SECRET, "{.data.uri}")).isNotEmpty();
            assertThat(get("pvc", Names.DATABASE + "-1", "{.status.phase}")).isEqualTo("Bound");
        });
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(get("pod", Names.DATABASE + "-1", "{.status.phase}"))
                        .isEqualTo("Running"));
    }

    @Test
    void podsOfEveryTemplatePassTheRestrictedStandard() {
        var rendered = render(Profile.of(Profile.MEDIUM).settings());
        apply(rendered);
        var templates = rendered.stream()
                .filter(object -> !object.at("/spec/template/spec").isMissingNode())
                .toList();
        assertThat(templates).hasSize(2);
        for (var template : templates) {
            var answer = cluster.tryKubectl("create", "--dry-run=server", "-f", file(podOf(template)));
            assertThat(answer.errors()).as(template.toString()).isEmpty();
        }
    }

    @Test
    void theNamespaceRefusesAPodThatIsNotRestricted() {
        apply(render(Profile.of(Profile.SMALL).settings()));
        assertThat(cluster.tryKubectl("run", "naked", "--image=x", "-n", Names.NAMESPACE, "--dry-run=server")
                        .errors())
                .contains("violates PodSecurity \"restricted");
    }

    @Test
    void theQuotaLetsARollingUpdateThrough() {
        var settings = Profile.of(Profile.SMALL).settings();
        apply(render(settings));
        cluster.kubectl(
                "rollout", "status", "deployment/" + Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--timeout=60s");
        apply(render(settings.with(Setting.MAX_VCLUSTERS, "19")));
        assertThat(cluster.kubectl(
                        "rollout",
                        "status",
                        "deployment/" + Names.CONTROL_PLANE,
                        "-n",
                        Names.NAMESPACE,
                        "--timeout=90s"))
                .contains("successfully rolled out");
    }

    @Test
    void anExternalDatabaseAndASplitApiAreAcceptedToo() {
        var settings = Profile.of(Profile.SMALL)
                .settings()
                .with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "db.corp.internal")
                .with(Setting.API_EXPOSURE, Setting.Words.INSIDE_ONLY)
                .with(Setting.SERVICE_TYPE, "NodePort")
                .with(Setting.IMAGE_PULL_SECRET, "registry-credentials");
        var rendered = render(settings);
        apply(rendered);
        assertThat(get("secret", Names.DATABASE_EXTERNAL_SECRET, "{.data.host}"))
                .isEqualTo("ZGIuY29ycC5pbnRlcm5hbA==");
    }

    @Test
    void everySettingThatCanBeChangedIsAcceptedByTheServerAndTheOperator() {
        var settings = Profile.of(Profile.MEDIUM)
                .settings()
                .with(Setting.BACKUP_DESTINATION, "s3://backups/hexabase")
                .with(Setting.BACKUP_CREDENTIALS, "backup-keys")
                .with(Setting.BACKUP_COMPRESSION, "snappy")
                .with(Setting.BACKUP_ENCRYPTION, "AES256")
                .with(Setting.ZONE_SPREAD, Setting.Words.BEST_EFFORT)
                .with(Setting.NODE_LABELS, "kubernetes.io/os=linux")
                .with(Setting.PRIORITY_CLASS, "system-cluster-critical")
                .with(Setting.DATABASE_IMAGE, "cloudnative-pg/postgresql:17.5")
                .with(Setting.DATABASE_WAL_SIZE, "50Gi")
                .with(Setting.DATABASE_NODE_LABELS, "kubernetes.io/os=linux")
                .with(Setting.DATABASE_LOG_LEVEL, "debug")
                .with(Setting.IMAGE_REGISTRY, "registry.corp:5000")
                .with(Setting.IMAGE_PREFIX, "mirror/docker.io")
                .with(Setting.REGISTRY_USER, "robot")
                .with(Setting.REGISTRY_PASSWORD, "a-number")
                .with(Setting.IMAGE_DIGEST, "sha256:" + "ab".repeat(32))
                .with(Setting.IMAGE_PULL_SECRET, "registry-credentials")
                .with(Setting.IMAGE_PULL_POLICY, "Always")
                .with(Setting.LOG_LEVEL, "debug")
                .with(Setting.INIT_CPU_REQUEST, "200m")
                .with(Setting.INIT_MEMORY_LIMIT, "1Gi")
                .with(Setting.SOURCE_RANGES, "10.0.0.0/8,192.168.0.0/16")
                .with(Setting.SERVICE_ANNOTATIONS, "lb.example.com/scheme=internal")
                .with(Setting.HTTPS_PORT, "8443")
                .with(Setting.API_PORT, "18080")
                .with(Setting.HTTPS_NODE_PORT, "30443")
                .with(Setting.UI_NODE_PORT, "30444")
                .with(Setting.TRAFFIC_POLICY, "Local")
                .with(Setting.TLS_SOURCE, Setting.Words.KEPT)
                .with(Setting.TLS_CERTIFICATE, "a-number");
        var secrets = new OpenedSecrets("", "r3gistry", TestCertificate.chain(), TestCertificate.key());
        var rendered = new Manifests().render(new ManifestInput(ID, "hq", 1, settings, secrets));
        apply(objects(rendered).stream()
                // its definition comes with the backup plugin, which is not installed here
                .filter(object -> !object.kind().equals(ai.hexabase.console.kube.ResourceKind.BACKUP_STORE))
                .toList());
        assertThat(get("secret", Names.TLS_SECRET, "{.type}")).isEqualTo("kubernetes.io/tls");
        assertThat(get("secret", Names.REGISTRY_SECRET, "{.type}")).isEqualTo("kubernetes.io/dockerconfigjson");
        assertThat(get("service", Names.UI_SERVICE, "{.spec.ports[0].nodePort}"))
                .isEqualTo("30444");
    }

    @Test
    void theOperatorAcceptsTheScheduleOfBackups() {
        var settings = Profile.of(Profile.SMALL)
                .settings()
                .with(Setting.BACKUP_DESTINATION, "s3://backups/hexabase")
                .with(Setting.BACKUP_CREDENTIALS, "backup-keys");
        var rendered = render(settings);
        var cnpg = rendered.stream()
                .filter(object -> object.kind().group().equals("postgresql.cnpg.io"))
                .toList();
        assertThat(cnpg).hasSize(2);
        apply(List.of(rendered.getFirst()));
        apply(cnpg);
    }

    @Test
    void kubectlKnowsWhoseSetItIs() {
        var rendered = render(Profile.of(Profile.SMALL).settings());
        apply(rendered);
        assertThat(asSet(rendered).errors()).contains("managed by tooling \"hexabase-console\"");
    }

    @Test
    void kubectlFindsEveryMemberOfTheSetAndWouldPruneWhatIsNoLongerRendered() {
        var rendered = render(Profile.of(Profile.SMALL).settings());
        apply(rendered);
        takeOver();
        var without = rendered.stream()
                .filter(object -> !object.name().equals(Names.UI_SERVICE))
                .toList();
        var answer = asSet(without);
        assertThat(answer.errors()).doesNotContain("error:");
        assertThat(answer.output().lines().filter(line -> line.contains("pruned")))
                .singleElement()
                .asString()
                .startsWith("service/" + Names.UI_SERVICE + " pruned");
    }

    @Test
    void kubectlTakesTheSetOverWithoutPruningOrRefusingAnythingOnceItIsToldTo() {
        var rendered = render(Profile.of(Profile.MEDIUM).settings());
        apply(rendered);
        var id = get("configmap", Names.APPLY_SET, "{.metadata.labels.applyset\\.kubernetes\\.io/id}");
        takeOver();
        var answer = asSet(rendered, "--dry-run=none");
        assertThat(answer.ok()).as(answer.errors()).isTrue();
        assertThat(answer.errors()).doesNotContain("rror");
        assertThat(answer.output()).doesNotContain("pruned");
        assertThat(answer.output().lines()).hasSize(rendered.size() - 1);
        assertThat(get("configmap", Names.APPLY_SET, "{.metadata.labels.applyset\\.kubernetes\\.io/id}"))
                .isEqualTo(id);
        var found = cluster.tryKubectl("get", "-o", "name", "-f", file(rendered));
        assertThat(found.ok()).as(found.errors()).isTrue();
        assertThat(found.output().lines()).hasSameSizeAs(rendered);
    }

    /** The way that the KEP has for a set to change hands: its tooling is named anew by a person. */
    private void takeOver() {
        cluster.kubectl(
                "annotate",
                "--overwrite",
                "configmap/" + Names.APPLY_SET,
                "-n",
                Names.NAMESPACE,
                ApplySet.TOOLING + "=kubectl/v1.36.3");
    }

    @Test
    void kubectlRefusesTheExportAsASetForItsObjectsCarryTheirMembershipAlready(@TempDir Path folder)
            throws IOException {
        var rendered = rendered(Profile.of(Profile.SMALL).settings());
        apply(objects(rendered));
        takeOver();
        var yaml = Files.writeString(folder.resolve("export.yaml"), new Export(rendered).yaml());
        var answer = cluster.tryKubectl(
                "apply",
                "--server-side",
                "--prune",
                "--applyset=configmaps/" + Names.APPLY_SET,
                "-n",
                Names.NAMESPACE,
                "-f",
                yaml.toString());
        assertThat(answer.ok()).isFalse();
        assertThat(answer.errors()).contains("already set in input data");
    }

    private ai.hexabase.console.fleet.KubectlResult asSet(List<KubeObject> objects) {
        return asSet(objects, "--dry-run=server");
    }

    private ai.hexabase.console.fleet.KubectlResult asSet(List<KubeObject> objects, String dryRun) {
        var members = objects.stream()
                .filter(object -> !object.name().equals(Names.APPLY_SET))
                .map(ManifestsOnRealClusterIT::withoutMembership)
                .toList();
        var list = KubeObject.of(
                Tree.map("apiVersion", "v1", "kind", "List", "metadata", Tree.map("name", ""), "items", members));
        return cluster.tryKubectl(
                "apply",
                "--server-side",
                "--force-conflicts",
                dryRun,
                "--prune",
                "--applyset=configmaps/" + Names.APPLY_SET,
                "-n",
                Names.NAMESPACE,
                "-f",
                file(list));
    }

    /** kubectl sets the label itself. */
    private static tools.jackson.databind.JsonNode withoutMembership(KubeObject object) {
        var tree = object.tree();
        ((tools.jackson.databind.node.ObjectNode) tree.at("/metadata/labels")).remove(ApplySet.PART_OF);
        return tree;
    }

    @Test
    void applyingTheSameRevisionAgainChangesNothing() {
        var rendered = render(Profile.of(Profile.MEDIUM).settings());
        apply(rendered);
        var diff =
                cluster.tryKubectl("diff", "--server-side", "--field-manager=hexabase-console", "-f", file(rendered));
        assertThat(diff.output()).isEmpty();
        assertThat(diff.errors()).isEmpty();
    }

    private static List<KubeObject> render(Settings settings) {
        return objects(rendered(settings));
    }

    private static List<KubeObject> objects(List<RenderedObject> rendered) {
        return rendered.stream().map(RenderedObject::object).toList();
    }

    private static List<RenderedObject> rendered(Settings settings) {
        return new Manifests()
                .render(new ManifestInput(ID, "hq", 1, settings, OpenedSecrets.databasePassword("p4ssword")));
    }

    /** All at once: it is kubectl itself whose start takes time. */
    private void apply(List<KubeObject> objects) {
        var answer = cluster.tryKubectl(
                "apply", "--server-side", "--validate=strict", "--field-manager=hexabase-console", "-f", file(objects));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.ok()).isTrue();
        assertThat(answer.output().lines()).hasSameSizeAs(objects);
    }

    private static KubeObject podOf(KubeObject owner) {
        return Tree.object(
                ai.hexabase.console.kube.ResourceKind.POD,
                Tree.map("name", "probe", "namespace", Names.NAMESPACE),
                "spec",
                owner.at("/spec/template/spec"));
    }

    private List<String> pods(String jsonpath) {
        var answer = cluster.kubectl(
                "get", "pods", "-n", Names.NAMESPACE, "-l", "app=" + Names.CONTROL_PLANE, "-o", "jsonpath=" + jsonpath);
        return Arrays.stream(answer.split(" ")).filter(text -> !text.isEmpty()).toList();
    }

    private String get(String kind, String name, String jsonpath) {
        return cluster.kubectl("get", kind, name, "-n", Names.NAMESPACE, "-o", "jsonpath=" + jsonpath);
    }

    private static String file(KubeObject object) {
        return file(List.of(object));
    }

    private static String file(List<KubeObject> objects) {
        try {
            var file = Files.createTempFile("objects", ".json");
            file.toFile().deleteOnExit();
            return Files.write(file, objects.stream().map(KubeObject::json).toList())
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

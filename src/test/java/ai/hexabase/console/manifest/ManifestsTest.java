package ai.hexabase.console.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Quantity;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final InstallationId ID = InstallationId.of("0b1e7f5e-53c1-4c0b-a3a1-0d8d3f5f2a10");
    private final Settings small = Profile.of(Profile.SMALL).settings();
    private final Settings medium = Profile.of(Profile.MEDIUM).settings();
    private final Settings large = Profile.of(Profile.LARGE).settings();

    @ParameterizedTest
    @ValueSource(strings = {Profile.SMALL, Profile.MEDIUM, Profile.LARGE})
    void objectsComeInTheDocumentsOrderAndTheSameEveryTime(String profile) {
        var settings = Profile.of(profile).settings();
        var rendered = render(settings);
        assertThat(rendered).extracting(RenderedObject::phase).isSorted();
        assertThat(rendered).isEqualTo(render(settings));
        assertThat(rendered.getFirst().object().kind()).isEqualTo(ResourceKind.NAMESPACE);
    }

    @Test
    void aSmallInstallationConsistsOfThese() {
        assertThat(render(small).stream()
                        .map(each -> each.phase() + " " + each.object().ref()))
                .containsExactly(
                        "NAMESPACE Namespace hexabase-system",
                        "NAMESPACE ConfigMap hexabase-system/hexabase-applyset",
                        "NAMESPACE LimitRange hexabase-system/hexabase-defaults",
                        "NAMESPACE ResourceQuota hexabase-system/hexabase-platform",
                        "RBAC ServiceAccount hexabase-system/hexabase-control-plane",
                        "RBAC Role hexabase-system/hexabase-control-plane",
                        "RBAC RoleBinding hexabase-system/hexabase-control-plane",
                        "RBAC ClusterRole hexabase-control-plane",
                        "RBAC ClusterRoleBinding hexabase-control-plane",
                        "CONFIGMAPS ConfigMap hexabase-system/"
                                + configuration(small).name(),
                        "STORAGE ResourceQuota hexabase-system/hexabase-storage",
                        "DATABASE Cluster hexabase-system/hexabase-db",
                        "CONTROL_PLANE Deployment hexabase-system/hexabase-control-plane",
                        "CONTROL_PLANE PodDisruptionBudget hexabase-system/hexabase-control-plane",
                        "NETWORKING Service hexabase-system/hexabase-control-plane-service",
                        "NETWORKING Service hexabase-system/hexabase-ui",
                        "INITIALISE Job hexabase-system/" + job(small).name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            small-enterprise  | deployment_profile     | small-enterprise
            small-enterprise  | max_vclusters          | 20
            small-enterprise  | default_cpu_limit      | 2000m
            small-enterprise  | default_memory_limit   | 4Gi
            small-enterprise  | default_storage_limit  | 100Gi
            small-enterprise  | control_plane_replicas | 3
            small-enterprise  | database_replicas      | 2
            small-enterprise  | backup_retention_days  | 30
            small-enterprise  | zones                  | ''
            medium-enterprise | deployment_profile     | medium-enterprise
            medium-enterprise | max_vclusters          | 100
            medium-enterprise | default_cpu_limit      | 4000m
            medium-enterprise | default_memory_limit   | 8Gi
            medium-enterprise | default_storage_limit  | 500Gi
            medium-enterprise | control_plane_replicas | 5
            medium-enterprise | database_replicas      | 3
            medium-enterprise | backup_retention_days  | 90
            medium-enterprise | zones                  | zone-a,zone-b,zone-c
            large-enterprise  | deployment_profile     | large-enterprise
            large-enterprise  | max_vclusters          | 500
            large-enterprise  | default_cpu_limit      | 16000m
            large-enterprise  | default_memory_limit   | 32Gi
            large-enterprise  | default_storage_limit  | 1Ti
            large-enterprise  | control_plane_replicas | 6
            large-enterprise  | database_replicas      | 3
            large-enterprise  | backup_retention_days  | 90
            large-enterprise  | zones                  | zone-a,zone-b,zone-c
            """)
    void theConfigurationHasTheDocumentsKeysAndValuesAsTexts(String profile, String key, String value) {
        var object = configuration(Profile.of(profile).settings());
        assertThat(object.at("/data").get(key).isString()).isTrue();
        assertThat(object.text("/data/" + key)).isEqualTo(value);
    }

    @Test
    void theDocumentsStructureStandsInOneYamlDocument() {
        assertThat(configuration(medium).text("/data/profile.yaml")).isEqualTo("""
                deployment_profile: "medium-enterprise"
                max_vclusters: "100"
                resource_quotas:
                  default_cpu_limit: "4000m"
                  default_memory_limit: "8Gi"
                  default_storage_limit: "500Gi"
                high_availability:
                  control_plane_replicas: "5"
                  database_replicas: "3"
                  backup_retention_days: "90"
                zones:
                  - "zone-a"
                  - "zone-b"
                  - "zone-c"
                """);
    }

    @Test
    void theConfigurationIsImmutableAndItsNameFollowsItsContent() {
        var changed = small.with(Setting.MAX_VCLUSTERS, "19");
        assertThat(configuration(small).at("/immutable").asBoolean()).isTrue();
        assertThat(configuration(small).name()).startsWith("hexabase-small-enterprise-config-");
        assertThat(configuration(changed).name())
                .isNotEqualTo(configuration(small).name());
        assertThat(configuration(medium).name()).startsWith("hexabase-medium-enterprise-config-");
    }

    @Test
    void changedConfigurationRollsThePodsAndInitialisesAgain() {
        var changed = small.with(Setting.MAX_VCLUSTERS, "19");
        assertThat(deployment(changed).at("/spec/template"))
                .isNotEqualTo(deployment(small).at("/spec/template"));
        assertThat(job(changed).name()).isNotEqualTo(job(small).name());
        assertThat(job(small.with(Setting.SERVICE_TYPE, "NodePort")).name())
                .isEqualTo(job(small).name());
    }

    @Test
    void theControlPlaneIsTheDocumentsInAFormThatPassesRestricted() {
        var deployment = deployment(medium);
        var container = "/spec/template/spec/containers/0";
        assertThat(deployment.number("/spec/replicas", 0)).isEqualTo(5);
        assertThat(deployment.text(container + "/image")).isEqualTo("hexabase/control-plane:1.5.0");
        assertThat(deployment.text(container + "/imagePullPolicy")).isEqualTo("IfNotPresent");
        assertThat(deployment.text(container + "/resources/requests/cpu")).isEqualTo("1000m");
        assertThat(deployment.text(container + "/resources/requests/memory")).isEqualTo("2Gi");
        assertThat(deployment.text(container + "/resources/limits/cpu")).isEqualTo("4000m");
        assertThat(deployment.text(container + "/resources/limits/memory")).isEqualTo("8Gi");
        assertThat(deployment
                        .at(container + "/securityContext/readOnlyRootFilesystem")
                        .asBoolean())
                .isTrue();
        assertThat(deployment
                        .at(container + "/securityContext/allowPrivilegeEscalation")
                        .asBoolean(true))
                .isFalse();
        assertThat(deployment.text(container + "/securityContext/capabilities/drop/0"))
                .isEqualTo("ALL");
        assertThat(deployment
                        .at("/spec/template/spec/securityContext/runAsNonRoot")
                        .asBoolean())
                .isTrue();
        assertThat(deployment.text("/spec/template/spec/securityContext/seccompProfile/type"))
                .isEqualTo("RuntimeDefault");
        assertThat(deployment.at(container).has("readinessProbe")).isTrue();
        assertThat(deployment.at(container).has("livenessProbe")).isTrue();
    }

    @Test
    void aLargeInstallationHasTwoControlPlanePodsInEachZoneAndALargerDatabase() {
        var deployment = deployment(large);
        var container = "/spec/template/spec/containers/0/resources";
        assertThat(deployment.number("/spec/replicas", 0)).isEqualTo(6);
        assertThat(deployment.number("/spec/template/spec/topologySpreadConstraints/0/minDomains", 0))
                .isEqualTo(3);
        assertThat(deployment.text(container + "/requests/cpu")).isEqualTo("2000m");
        assertThat(deployment.text(container + "/limits/memory")).isEqualTo("16Gi");
        var database = named(large, ResourceKind.DATABASE_CLUSTER, "hexabase-db");
        assertThat(database.number("/spec/instances", 0)).isEqualTo(3);
        assertThat(database.text("/spec/storage/size")).isEqualTo("2Ti");
        assertThat(database.text("/spec/resources/requests/memory")).isEqualTo("64Gi");
        var quota = named(large, ResourceKind.RESOURCE_QUOTA, "hexabase-storage");
        assertThat(quota.text("/spec/hard/requests.storage", "")).isEqualTo("8192Gi");
    }

    @Test
    void aLargeInstallationKeepsThePlainApiInside() {
        assertThat(texts(named(large, ResourceKind.SERVICE, "hexabase-control-plane-service"), "/spec/ports", "/port"))
                .containsExactly("443");
        assertThat(named(large, ResourceKind.SERVICE, "hexabase-api").text("/spec/type"))
                .isEqualTo("ClusterIP");
    }

    @Test
    void theEnvironmentReadsTheMountedConfiguration() {
        var deployment = deployment(small);
        var env = texts(deployment, "/spec/template/spec/containers/0/env", "/name");
        assertThat(env).containsExactly("DEPLOYMENT_PROFILE", "MAX_VCLUSTERS", "DATABASE_URL");
        assertThat(deployment.text("/spec/template/spec/containers/0/env/0/valueFrom/configMapKeyRef/name"))
                .isEqualTo(configuration(small).name());
        assertThat(texts(deployment, "/spec/template/spec/containers/0/volumeMounts", "/mountPath"))
                .containsExactly("/etc/hexabase", "/tmp");
        assertThat(deployment.text("/spec/template/spec/volumes/0/configMap/name"))
                .isEqualTo(configuration(small).name());
    }

    @Test
    void podsSpreadStrictlyOverTheChosenZonesOnly() {
        var spread = "/spec/template/spec/topologySpreadConstraints/0";
        assertThat(deployment(medium).text(spread + "/topologyKey")).isEqualTo("topology.kubernetes.io/zone");
        assertThat(deployment(medium).text(spread + "/whenUnsatisfiable")).isEqualTo("DoNotSchedule");
        assertThat(deployment(medium).number(spread + "/minDomains", 0)).isEqualTo(3);
        assertThat(deployment(small).text(spread + "/whenUnsatisfiable")).isEqualTo("ScheduleAnyway");
        assertThat(deployment(small).at(spread).has("minDomains")).isFalse();
        assertThat(deployment(medium).json()).doesNotContain("failure-domain.beta");
    }

    @Test
    void servicesPublishThePortsOfTheDocument() {
        var service = named(small, ResourceKind.SERVICE, "hexabase-control-plane-service");
        assertThat(service.text("/spec/type")).isEqualTo("LoadBalancer");
        assertThat(texts(service, "/spec/ports", "/port")).containsExactly("443", "8080");
        assertThat(texts(service, "/spec/ports", "/targetPort")).containsExactly("8443", "8080");
        assertThat(texts(named(small, ResourceKind.SERVICE, "hexabase-ui"), "/spec/ports", "/port"))
                .containsExactly("443");
    }

    @Test
    void thePlainApiCanBeKeptInside() {
        var inside = small.with(Setting.API_EXPOSURE, Setting.Words.INSIDE_ONLY);
        assertThat(texts(named(inside, ResourceKind.SERVICE, "hexabase-control-plane-service"), "/spec/ports", "/port"))
                .containsExactly("443");
        assertThat(named(inside, ResourceKind.SERVICE, "hexabase-api").text("/spec/type"))
                .isEqualTo("ClusterIP");
    }

    @Test
    void theDisruptionBudgetLetsOnePodGoAtATime() {
        var budget = named(small, ResourceKind.POD_DISRUPTION_BUDGET, "hexabase-control-plane");
        assertThat(budget.number("/spec/maxUnavailable", 0)).isEqualTo(1);
        assertThat(budget.at("/spec/selector")).isEqualTo(deployment(small).at("/spec/selector"));
    }

    @Test
    void theDatabaseHasTheDocumentsReplicasAndNoBackupThatCannotWork() {
        var database = named(medium, ResourceKind.DATABASE_CLUSTER, "hexabase-db");
        assertThat(database.number("/spec/instances", 0)).isEqualTo(3);
        assertThat(database.text("/spec/storage/size")).isEqualTo("500Gi");
        assertThat(render(medium).stream().map(each -> each.object().kind()))
                .doesNotContain(ResourceKind.SCHEDULED_BACKUP, ResourceKind.BACKUP_STORE);
        assertThat(database.json()).doesNotContain("plugins");
    }

    @Test
    void withSomewhereToPutThemBackupsAreKeptAsLongAsAsked() {
        var withBackup = medium.with(Setting.BACKUP_DESTINATION, "s3://backups/hq")
                .with(Setting.BACKUP_CREDENTIALS, "backup-keys");
        var store = named(withBackup, ResourceKind.BACKUP_STORE, "hexabase-db-backup");
        assertThat(store.text("/spec/retentionPolicy")).isEqualTo("90d");
        assertThat(store.at("/spec/configuration").has("endpointURL")).isFalse();
        var schedule = named(withBackup, ResourceKind.SCHEDULED_BACKUP, "hexabase-db-backup");
        assertThat(schedule.text("/spec/schedule")).isEqualTo("0 0 2 * * *");
        assertThat(schedule.text("/spec/method")).isEqualTo("plugin");
        assertThat(named(withBackup, ResourceKind.DATABASE_CLUSTER, "hexabase-db")
                        .text("/spec/plugins/0/parameters/barmanObjectName"))
                .isEqualTo(store.name());
    }

    @Test
    void anExternalDatabaseIsOnlyAConnection() {
        var external = small.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "fd00::5")
                .with(Setting.DATABASE_PASSWORD, "0b1e7f5e-53c1-4c0b-a3a1-0d8d3f5f2a10");
        var rendered = new Manifests()
                .render(new ManifestInput(ID, "hq", 1, external, OpenedSecrets.databasePassword("p@ss:w/rd")));
        var secret = find(rendered, ResourceKind.SECRET, "hexabase-db-external");
        assertThat(decoded(secret, "password")).isEqualTo("p@ss:w/rd");
        assertThat(decoded(secret, "uri"))
                .isEqualTo("postgresql://hexabase:p%40ss%3Aw%2Frd@[fd00::5]:5432/hexabase?sslmode=require");
        assertThat(rendered.stream()
                        .filter(each -> each.object() != secret)
                        .map(each -> each.object().json()))
                .noneMatch(json -> json.contains("p@ss"));
        assertThat(rendered).extracting(each -> each.object().kind()).doesNotContain(ResourceKind.DATABASE_CLUSTER);
        assertThat(new ManifestInput(ID, "hq", 1, external, OpenedSecrets.databasePassword("p@ss:w/rd")).toString())
                .doesNotContain("p@ss");
    }

    @Test
    void theQuotaHasRoomForARollingUpdateAndADatabaseBeingRebuilt() {
        for (var settings : List.of(small, medium, large)) {
            var quota = named(settings, ResourceKind.RESOURCE_QUOTA, "hexabase-platform");
            // every pod of the old version may still be leaving when the last new one is made
            var needed = 2L
                            * settings.number(Setting.CONTROL_PLANE_REPLICAS)
                            * settings.quantity(Setting.CPU_REQUEST).millis()
                    + (settings.number(Setting.DATABASE_REPLICAS) + 1)
                            * settings.quantity(Setting.DATABASE_CPU).millis();
            assertThat(Quantity.parse(quota.text("/spec/hard/requests.cpu", ""))
                            .orElseThrow()
                            .millis())
                    .isGreaterThan(needed);
        }
    }

    @Test
    void aPodThatLeavesServesOnForAWhileAndThenHasTimeToFinish() {
        var deployment = named(small, ResourceKind.DEPLOYMENT, "hexabase-control-plane");
        var leaving = deployment.number("/spec/template/spec/containers/0/lifecycle/preStop/sleep/seconds", 0);
        assertThat(leaving).isBetween(5, 20);
        assertThat(deployment.number("/spec/template/spec/terminationGracePeriodSeconds", 0))
                .isGreaterThanOrEqualTo(leaving + 30);
    }

    @Test
    void everyObjectIsMarkedAsOursAndAsMemberOfTheApplySet() {
        for (var each : render(medium)) {
            var object = each.object();
            assertThat(object.labels())
                    .containsEntry("app.kubernetes.io/managed-by", "hexabase-console")
                    .containsEntry("hexabase.ai/installation", ID.toString());
            if (object.name().equals("hexabase-applyset")) {
                assertThat(object.labels()).containsEntry("applyset.kubernetes.io/id", ApplySet.ownId());
                assertThat(object.labels()).doesNotContainKey("applyset.kubernetes.io/part-of");
            } else {
                assertThat(object.labels()).containsEntry("applyset.kubernetes.io/part-of", ApplySet.ownId());
            }
        }
    }

    @Test
    void theApplySetsIdIsTheOneThatKubectlComputes() {
        // From KEP-3659's reference implementation: sha256 of "name.namespace.kind.group", URL-safe, without padding.
        assertThat(ApplySet.id("mySet", "default", "Secret", "")).matches("applyset-[A-Za-z0-9_-]{43}-v1");
        assertThat(ApplySet.ownId()).isEqualTo(ApplySet.id("hexabase-applyset", "hexabase-system", "ConfigMap", ""));
        var parent = named(small, ResourceKind.CONFIG_MAP, "hexabase-applyset");
        assertThat(parent.annotations().get("applyset.kubernetes.io/contains-group-kinds"))
                .isEqualTo("Cluster.postgresql.cnpg.io,ClusterRole.rbac.authorization.k8s.io,"
                        + "ClusterRoleBinding.rbac.authorization.k8s.io,ConfigMap,Deployment.apps,Job.batch,LimitRange,"
                        + "Namespace,PodDisruptionBudget.policy,ResourceQuota,Role.rbac.authorization.k8s.io,"
                        + "RoleBinding.rbac.authorization.k8s.io,Service,ServiceAccount");
    }

    @Test
    void aNewRevisionWithTheSameSettingsChangesOnlyTheSetsParent() {
        var first = byRef(render(small));
        var second = byRef(new Manifests().render(new ManifestInput(ID, "hq", 2, small)));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(first.get(entry.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactly("ConfigMap hexabase-system/hexabase-applyset");
    }

    @Test
    void rulesOfTheServiceAccountNameWhatTheyAllow() {
        var json = named(small, ResourceKind.CLUSTER_ROLE, "hexabase-control-plane")
                        .json()
                + named(small, ResourceKind.ROLE, "hexabase-control-plane").json();
        assertThat(json).doesNotContain("\"*\"").doesNotContain("escalate").doesNotContain("impersonate");
    }

    private static Map<String, KubeObject> byRef(List<RenderedObject> rendered) {
        return rendered.stream()
                .collect(Collectors.toMap(each -> each.object().ref().toString(), RenderedObject::object));
    }

    private static List<RenderedObject> render(Settings settings) {
        return new Manifests().render(new ManifestInput(ID, "hq", 1, settings));
    }

    private static KubeObject named(Settings settings, ResourceKind kind, String name) {
        return find(render(settings), kind, name);
    }

    private static KubeObject find(List<RenderedObject> rendered, ResourceKind kind, String name) {
        return rendered.stream()
                .map(RenderedObject::object)
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static KubeObject only(Settings settings, ResourceKind kind, String prefix) {
        return render(settings).stream()
                .map(RenderedObject::object)
                .filter(object -> object.kind().equals(kind) && object.name().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private static KubeObject configuration(Settings settings) {
        return only(settings, ResourceKind.CONFIG_MAP, "hexabase-" + settings.profile());
    }

    private static KubeObject job(Settings settings) {
        return only(settings, ResourceKind.JOB, "hexabase-init-");
    }

    private static KubeObject deployment(Settings settings) {
        return only(settings, ResourceKind.DEPLOYMENT, "hexabase-control-plane");
    }

    private static List<String> texts(KubeObject object, String list, String pointer) {
        return StreamSupport.stream(object.at(list).spliterator(), false)
                .map(item -> item.at(pointer).asString())
                .toList();
    }

    private static String decoded(KubeObject secret, String key) {
        return new String(Base64.getDecoder().decode(secret.text("/data/" + key, "")));
    }
}

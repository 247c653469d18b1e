package ai.hexabase.console.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WiderSettingsTest {
    private static final Settings MEDIUM = Profile.of(Profile.MEDIUM).settings();
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @Test
    void everyImageComesFromTheChosenRegistryWithItsAccount() {
        var settings = MEDIUM.with(Setting.IMAGE_REGISTRY, "registry.corp:5000")
                .with(Setting.IMAGE_PREFIX, "mirror/docker.io")
                .with(Setting.REGISTRY_USER, "robot")
                .with(Setting.REGISTRY_PASSWORD, "a-number")
                .with(Setting.IMAGE_DIGEST, DIGEST)
                .with(Setting.DATABASE_IMAGE, "cloudnative-pg/postgresql:17.5");
        var image = "registry.corp:5000/mirror/docker.io/hexabase/control-plane:1.5.0@" + DIGEST;
        assertThat(deployment(settings).text("/spec/template/spec/containers/0/image"))
                .isEqualTo(image);
        assertThat(only(settings, ResourceKind.JOB).text("/spec/template/spec/containers/0/image"))
                .isEqualTo(image);
        var database = only(settings, ResourceKind.DATABASE_CLUSTER);
        assertThat(database.text("/spec/imageName"))
                .isEqualTo("registry.corp:5000/mirror/docker.io/cloudnative-pg/postgresql:17.5");
        for (var pods : List.of(deployment(settings).at("/spec/template/spec"), database.at("/spec"))) {
            assertThat(pods.at("/imagePullSecrets/0/name").asString()).isEqualTo("hexabase-registry");
        }
        var secret = only(settings, ResourceKind.SECRET);
        assertThat(secret.text("/type")).isEqualTo("kubernetes.io/dockerconfigjson");
        assertThat(decoded(secret, ".dockerconfigjson"))
                .isEqualTo(
                        "{\"auths\":{\"registry.corp:5000\":{\"username\":\"robot\",\"password\":\"r3gistry\",\"auth\":\""
                                + Base64.getEncoder().encodeToString("robot:r3gistry".getBytes(StandardCharsets.UTF_8))
                                + "\"}}}");
    }

    @Test
    void aSecretThatSomebodyElseLooksAfterOpensTheRegistryToo() {
        var settings = MEDIUM.with(Setting.IMAGE_PULL_SECRET, "registry-credentials");
        assertThat(deployment(settings).text("/spec/template/spec/imagePullSecrets/0/name"))
                .isEqualTo("registry-credentials");
        assertThat(rendered(settings)).noneMatch(object -> object.kind().equals(ResourceKind.SECRET));
    }

    @Test
    void servicesAreExposedAsChosen() {
        var settings = MEDIUM.with(Setting.HTTPS_PORT, "8443")
                .with(Setting.SOURCE_RANGES, "10.0.0.0/8,fd00::/8")
                .with(Setting.SERVICE_ANNOTATIONS, "lb.example.com/scheme=internal\nlb.example.com/tags=a=b, c")
                .with(Setting.HTTPS_NODE_PORT, "30443")
                .with(Setting.TRAFFIC_POLICY, "Local");
        var service = service(settings, Names.CONTROL_PLANE_SERVICE);
        assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(8443);
        assertThat(service.at("/spec/ports/0/nodePort").asInt()).isEqualTo(30443);
        assertThat(service.text("/spec/loadBalancerSourceRanges/1")).isEqualTo("fd00::/8");
        assertThat(service.text("/spec/externalTrafficPolicy")).isEqualTo("Local");
        assertThat(service.annotations())
                .containsEntry("lb.example.com/scheme", "internal")
                .containsEntry("lb.example.com/tags", "a=b, c");
        assertThat(service(settings, Names.UI_SERVICE).at("/spec/ports/0").has("nodePort"))
                .isFalse();
    }

    @Test
    void insideTheClusterNothingIsSaidOfTheOutside() {
        var inside = MEDIUM.with(Setting.SERVICE_TYPE, "ClusterIP")
                .with(Setting.SOURCE_RANGES, "10.0.0.0/8")
                .with(Setting.HTTPS_NODE_PORT, "30443")
                .with(Setting.TRAFFIC_POLICY, "Local");
        var spec = service(inside, Names.CONTROL_PLANE_SERVICE).at("/spec");
        assertThat(spec.has("loadBalancerSourceRanges")).isFalse();
        assertThat(spec.has("externalTrafficPolicy")).isFalse();
        assertThat(spec.at("/ports/0").has("nodePort")).isFalse();
    }

    @Test
    void thePlainPortCanBeSwitchedOff() {
        var settings = MEDIUM.with(Setting.API_EXPOSURE, Setting.Words.OFF);
        assertThat(rendered(settings).stream()
                        .filter(object -> object.kind().equals(ResourceKind.SERVICE))
                        .flatMap(service -> service.at("/spec/ports").valueStream())
                        .map(port -> port.path("name").asString()))
                .containsOnly("https");
    }

    @Test
    void aKeptCertificateIsASecretThatThePodsServeAndANewOneStartsThemAnew() {
        var settings = MEDIUM.with(Setting.TLS_SOURCE, Setting.Words.KEPT).with(Setting.TLS_CERTIFICATE, "number-1");
        var secret = only(settings, ResourceKind.SECRET);
        assertThat(secret.text("/type")).isEqualTo("kubernetes.io/tls");
        assertThat(decoded(secret, "tls.crt")).isEqualTo("the chain");
        assertThat(decoded(secret, "tls.key")).isEqualTo("the key");
        var pod = deployment(settings).at("/spec/template");
        assertThat(pod.at("/metadata/annotations")
                        .path("hexabase.ai/certificate")
                        .asString())
                .isEqualTo("number-1");
        assertThat(pod.at("/spec/volumes/2/secret/secretName").asString()).isEqualTo(secret.name());
        assertThat(pod.at("/spec/containers/0/volumeMounts/2/mountPath").asString())
                .isEqualTo("/etc/hexabase-tls");
        assertThat(rendered(settings).stream()
                        .filter(object -> object != secret)
                        .map(KubeObject::json))
                .noneMatch(json -> json.contains("the key"));
        var export = new Export(new Manifests().render(input(settings)));
        assertThat(export.secretsLeftOut()).containsExactly("hexabase-tls");
    }

    @Test
    void aCertificateThatOthersLookAfterIsOnlyMounted() {
        var settings =
                MEDIUM.with(Setting.TLS_SOURCE, Setting.Words.SECRET).with(Setting.TLS_SECRET, "by-cert-manager");
        assertThat(deployment(settings).text("/spec/template/spec/volumes/2/secret/secretName"))
                .isEqualTo("by-cert-manager");
        assertThat(rendered(settings)).noneMatch(object -> object.kind().equals(ResourceKind.SECRET));
    }

    @Test
    void podsGoWhereTheyAreWantedAndAreAsImportantAsSaid() {
        var settings = MEDIUM.with(Setting.NODE_LABELS, "role=platform")
                .with(Setting.DATABASE_NODE_LABELS, "role=storage\nexample.com/disk=nvme")
                .with(Setting.PRIORITY_CLASS, "platform")
                .with(Setting.ZONE_SPREAD, Setting.Words.BEST_EFFORT);
        var pod = deployment(settings).at("/spec/template/spec");
        assertThat(pod.at("/nodeSelector/role").asString()).isEqualTo("platform");
        assertThat(pod.at("/priorityClassName").asString()).isEqualTo("platform");
        assertThat(pod.at("/topologySpreadConstraints/0/whenUnsatisfiable").asString())
                .isEqualTo("ScheduleAnyway");
        var database = only(settings, ResourceKind.DATABASE_CLUSTER);
        assertThat(database.at("/spec/affinity/nodeSelector")
                        .path("example.com/disk")
                        .asString())
                .isEqualTo("nvme");
        assertThat(database.text("/spec/priorityClassName")).isEqualTo("platform");
    }

    @Test
    void aVolumeForTheLogHasItsOwnRoomInTheQuota() {
        var settings = MEDIUM.with(Setting.DATABASE_WAL_SIZE, "50Gi").with(Setting.DATABASE_STORAGE_CLASS, "fast");
        var database = only(settings, ResourceKind.DATABASE_CLUSTER);
        assertThat(database.text("/spec/walStorage/size")).isEqualTo("50Gi");
        assertThat(database.text("/spec/walStorage/storageClass")).isEqualTo("fast");
        var quota = rendered(settings).stream()
                .filter(object -> object.name().equals(Names.STORAGE_QUOTA))
                .findFirst()
                .orElseThrow();
        assertThat(quota.at("/spec/hard").path("requests.storage").asString()).isEqualTo("2200Gi");
        assertThat(quota.at("/spec/hard").path("persistentvolumeclaims").asString())
                .isEqualTo("8");
    }

    @Test
    void backupsAreSealedByTheStoreWhenAsked() {
        var settings = MEDIUM.with(Setting.BACKUP_DESTINATION, "s3://backups")
                .with(Setting.BACKUP_CREDENTIALS, "keys")
                .with(Setting.BACKUP_ENCRYPTION, "AES256")
                .with(Setting.BACKUP_COMPRESSION, "snappy");
        var store = only(settings, ResourceKind.BACKUP_STORE).at("/spec/configuration");
        assertThat(store.at("/wal/encryption").asString()).isEqualTo("AES256");
        assertThat(store.at("/wal/compression").asString()).isEqualTo("snappy");
        assertThat(store.at("/data/encryption").asString()).isEqualTo("AES256");
    }

    private static ManifestInput input(Settings settings) {
        return new ManifestInput(
                InstallationId.random(), "hq", 1, settings, new OpenedSecrets("", "r3gistry", "the chain", "the key"));
    }

    private static List<KubeObject> rendered(Settings settings) {
        return new Manifests()
                .render(input(settings)).stream().map(RenderedObject::object).toList();
    }

    private static KubeObject deployment(Settings settings) {
        return only(settings, ResourceKind.DEPLOYMENT);
    }

    private static KubeObject service(Settings settings, String name) {
        return rendered(settings).stream()
                .filter(object -> object.kind().equals(ResourceKind.SERVICE)
                        && object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static KubeObject only(Settings settings, ResourceKind kind) {
        var found = rendered(settings).stream()
                .filter(object -> object.kind().equals(kind))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String decoded(KubeObject secret, String key) {
        return new String(
                Base64.getDecoder().decode(secret.at("/data").path(key).asString()), StandardCharsets.UTF_8);
    }
}

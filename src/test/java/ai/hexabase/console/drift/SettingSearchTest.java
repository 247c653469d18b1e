package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.drift.Acceptance.Option;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.ManifestInput;
import ai.hexabase.console.manifest.Manifests;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingSearchTest {
    private static final InstallationId INSTALLATION = InstallationId.random();
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();
    private static final ObjectRef DEPLOYMENT = ResourceKind.DEPLOYMENT.named(Names.NAMESPACE, Names.CONTROL_PLANE);
    private static final ObjectRef QUOTA = ResourceKind.RESOURCE_QUOTA.named(Names.NAMESPACE, Names.QUOTA);
    private static final FieldPath CONTAINER = FieldPath.ROOT
            .field("spec")
            .field("template")
            .field("spec")
            .field("containers")
            .item(JsonMapper.shared().createObjectNode().put("name", "control-plane"));

    private final SettingSearch search = new SettingSearch(SMALL, SettingSearchTest::render, new Profiles());

    private static List<KubeObject> render(Settings settings) {
        return new Manifests()
                .render(new ManifestInput(INSTALLATION, "hq", 1, settings)).stream()
                        .map(RenderedObject::object)
                        .toList();
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    private static FieldPath spec(String field) {
        return FieldPath.ROOT.field("spec").field(field);
    }

    @Test
    void replicasAreFoundByRenderingAndSoIsWhatElseTheyDecide() {
        assertThat(search.options(DEPLOYMENT, spec("replicas"), json(5)))
                .singleElement()
                .satisfies(option -> {
                    assertThat(option.change().setting()).isEqualTo(Setting.CONTROL_PLANE_REPLICAS);
                    assertThat(option.change().after()).isEqualTo("5");
                    assertThat(option.problem()).isNull();
                    assertThat(option.alsoChanges()).anyMatch(also -> also.contains(Names.QUOTA));
                });
    }

    @Test
    void theImageIsFound() {
        assertThat(search.options(DEPLOYMENT, CONTAINER.field("image"), json("registry.example.com/hexabase:9.9.9")))
                .extracting(option -> option.change().setting())
                .containsExactly(Setting.CONTROL_PLANE_IMAGE);
    }

    @Test
    void resourcesAreFoundWhateverUnitTheApiServerPrefers() {
        var limit = CONTAINER.field("resources").field("limits").field("cpu");
        assertThat(search.options(DEPLOYMENT, limit, json("3500m")))
                .extracting(Option::change)
                .extracting(change -> change.setting() + " " + change.after())
                .containsExactly(Setting.CPU_LIMIT + " 3500m");
    }

    @Test
    void aQuotaIsASumSoEachSettingThatCanReachItIsOffered() {
        var hard = spec("hard").field("requests.cpu");
        var replicas = SMALL.number(Setting.CONTROL_PLANE_REPLICAS);
        var before = render(SMALL).stream()
                .filter(each -> each.ref().equals(QUOTA))
                .findFirst()
                .orElseThrow();
        var after = render(SMALL.with(Setting.CONTROL_PLANE_REPLICAS, String.valueOf(replicas + 2))).stream()
                .filter(each -> each.ref().equals(QUOTA))
                .findFirst()
                .orElseThrow();
        assertThat(hard.in(after.at(""))).isNotEqualTo(hard.in(before.at("")));
        assertThat(search.options(QUOTA, hard, hard.in(after.at(""))))
                .extracting(option -> option.change().setting())
                .contains(Setting.CONTROL_PLANE_REPLICAS);
    }

    @Test
    void aChoiceIsFoundByItsWord() {
        var service = ResourceKind.SERVICE.named(Names.NAMESPACE, Names.UI_SERVICE);
        var other = SMALL.is(Setting.SERVICE_TYPE, "NodePort") ? "ClusterIP" : "NodePort";
        assertThat(search.options(service, spec("type"), json(other)))
                .extracting(option -> option.change().setting())
                .containsExactly(Setting.SERVICE_TYPE);
    }

    @Test
    void aValueThatTheSettingsRulesForbidIsShownWithTheReason() {
        assertThat(search.options(DEPLOYMENT, spec("replicas"), json(500)))
                .singleElement()
                .satisfies(option -> assertThat(option.problem()).isNotNull());
    }

    @Test
    void noSettingStandsForWhatTheManifestsFixThemselves() {
        assertThat(search.options(DEPLOYMENT, spec("progressDeadlineSeconds"), json(60)))
                .isEmpty();
        assertThat(search.options(
                        DEPLOYMENT,
                        FieldPath.ROOT.field("metadata").field("labels").field("x"),
                        json("y")))
                .isEmpty();
    }

    @Test
    void aRevisionThatHasTheValueAlreadyIsRecognised() {
        assertThat(search.has(DEPLOYMENT, spec("replicas"), json(SMALL.number(Setting.CONTROL_PLANE_REPLICAS))))
                .isTrue();
        assertThat(search.has(DEPLOYMENT, spec("replicas"), json(99))).isFalse();
    }
}

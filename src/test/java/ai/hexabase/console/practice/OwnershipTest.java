package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OwnershipTest {
    private final PracticeGround ground = PracticeGround.threeNodes();

    private static List<String> owned(KubeObject object, String manager) {
        for (JsonNode entry : object.at("/metadata/managedFields")) {
            if (entry.path("manager").asString("").equals(manager) && !entry.has("subresource")) {
                return Fields.parse(entry.path("fieldsV1")).paths();
            }
        }
        return List.of();
    }

    @Test
    void elementsOfListsAreOwnedByTheirKeys() {
        var object = ground.applied(PracticeGround.web(2, "example.invalid/web:1"));
        assertThat(owned(object, "hexabase-console"))
                .contains(
                        ".spec.replicas",
                        ".spec.selector",
                        ".spec.template.spec.containers[name=\"main\"]",
                        ".spec.template.spec.containers[name=\"main\"].image")
                .doesNotContain(".spec.revisionHistoryLimit", ".metadata.name");
    }

    @Test
    void whoEditsByHandTakesTheFieldAndTheConflictSaysWhoAndWhen() {
        ground.applied(PracticeGround.web(2, "example.invalid/web:1"));
        ground.cluster.editAs(
                "kubectl-edit",
                ResourceKind.DEPLOYMENT.named("shop", "web"),
                Trees.object("spec", Trees.object("replicas", 5)));
        assertThat(ground.apply(PracticeGround.web(3, "example.invalid/web:1")))
                .isEqualTo(new ApplyResult.Conflicted(
                        List.of(new FieldConflict(
                                "kubectl-edit",
                                ".spec.replicas",
                                "conflict with \"kubectl-edit\" using apps/v1 at 2026-11-24T09:00:01Z")),
                        List.of()));
        assertThat(ground.deployment("web").number("/spec/replicas", 0)).isEqualTo(5);
    }

    @Test
    void forceTakesTheFieldBackAndTheOtherOwnsItNoLonger() {
        ground.applied(PracticeGround.web(2, "example.invalid/web:1"));
        ground.cluster.editAs(
                "kubectl-edit",
                ResourceKind.DEPLOYMENT.named("shop", "web"),
                Trees.object("spec", Trees.object("replicas", 5)));
        ground.connection.apply(
                PracticeGround.yaml(PracticeGround.web(3, "example.invalid/web:1")), ApplyOptions.REAL.forced());
        var taken = ground.deployment("web");
        assertThat(taken.number("/spec/replicas", 0)).isEqualTo(3);
        assertThat(owned(taken, "kubectl-edit")).isEmpty();
        assertThat(owned(taken, "hexabase-console")).contains(".spec.replicas");
    }

    @Test
    void twoWhoApplyTheSameValueBothOwnItAndOneMayLeave() {
        var text = "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: c}, data: {k: v, other: w}}";
        ground.applied(text);
        ground.cluster.applyAs(
                "argocd",
                PracticeGround.yaml(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: c}, data: {k: v}}"));
        var left = ground.applied(
                "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: c}, data: {other: w}}");
        assertThat(left.text("/data/k")).isEqualTo("v");
        assertThat(owned(left, "argocd")).containsExactly(".data.k");
        assertThat(owned(left, "hexabase-console")).containsExactly(".data.other");
    }

    @Test
    void aContainerThatIsNoLongerAppliedGoesWithItsDefaults() {
        var two = PracticeGround.web(1, "example.invalid/web:1") + """
                        - {name: side, image: "example.invalid/side:1"}
                """;
        assertThat(ground.applied(two).at("/spec/template/spec/containers")).hasSize(2);
        var one = ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        assertThat(one.at("/spec/template/spec/containers")).hasSize(1);
        assertThat(one.text("/spec/template/spec/containers/0/name")).isEqualTo("main");
    }

    @Test
    void aContainerThatSomebodyElseAddedStays() {
        ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        ground.cluster.applyAs("mesh", PracticeGround.yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: shop, name: web}
                spec:
                  template:
                    spec:
                      containers: [{name: proxy, image: "example.invalid/proxy:1"}]
                """));
        var again = ground.applied(PracticeGround.web(1, "example.invalid/web:2"));
        assertThat(again.at("/spec/template/spec/containers"))
                .extracting(container -> container.path("name").asString(""))
                .containsExactly("main", "proxy");
    }

    @Test
    void applyingTheSameAgainChangesNothing() {
        ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        ground.pass(5);
        var settled = ground.deployment("web");
        var again = ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        assertThat(again.resourceVersion()).isEqualTo(settled.resourceVersion());
        assertThat(again).isEqualTo(settled);
    }

    @Test
    void selectorsAndWhatIsImmutableStayAsTheyAre() {
        ground.applied("{apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: c}, immutable: true,"
                + " data: {k: v}}");
        var refused =
                ground.apply("{apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: c}, immutable: true,"
                        + " data: {k: w}}");
        assertThat(refused).isInstanceOfSatisfying(ApplyResult.Refused.class, no -> {
            assertThat(no.refusal().code()).isEqualTo(422);
            assertThat(no.refusal().message())
                    .isEqualTo("ConfigMap \"c\" is invalid: data: Forbidden: field is immutable when `immutable` is"
                            + " set");
        });
        ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        var other = PracticeGround.web(1, "example.invalid/web:1").replace("app: web", "app: shop");
        assertThat(ground.apply(other))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        no -> assertThat(no.refusal().causes().getFirst().field())
                                .isEqualTo("spec.selector"));
    }
}

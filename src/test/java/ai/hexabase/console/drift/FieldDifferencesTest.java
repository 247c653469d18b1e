package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class FieldDifferencesTest {
    private static final ManagedFields NOBODY = new ManagedFields(MissingNode.getInstance());

    private static JsonNode yaml(String text) {
        return Yaml.read(text, Yaml.Limits.OWN);
    }

    private static List<String> paths(String expected, String live, ManagedFields managed) {
        return FieldDifferences.between(yaml(expected), yaml(live), managed).stream()
                .map(difference -> difference.path() + ": " + DriftReading.text(difference.expected()) + " -> "
                        + DriftReading.text(difference.live()))
                .toList();
    }

    @Test
    void aFieldIsNamedAsTheApiServerNamesItInConflicts() {
        assertThat(paths("spec: {replicas: 3}", "spec: {replicas: 5}", NOBODY))
                .containsExactly(".spec.replicas: 3 -> 5");
    }

    @Test
    void containersAreToldApartByTheirNamesWhateverTheirOrder() {
        var expected = "spec: {containers: [{name: main, image: 'a:1'}, {name: side, image: 'b:1'}]}";
        var live = "spec: {containers: [{name: side, image: 'b:1'}, {name: main, image: 'a:2'}]}";
        assertThat(paths(expected, live, NOBODY)).containsExactly(".spec.containers[name=\"main\"].image: a:1 -> a:2");
    }

    @Test
    void itemsAreToldApartByTheKeysThatKubernetesItselfUses() {
        var managed = new ManagedFields(yaml("""
                - manager: hexabase-console
                  operation: Apply
                  fieldsV1:
                    f:spec:
                      f:ports:
                        k:{"port":443,"protocol":"TCP"}: {.: {}, f:targetPort: {}}
                """));
        assertThat(paths(
                        "spec: {ports: [{port: 443, protocol: TCP, targetPort: 8443}]}",
                        "spec: {ports: [{port: 80, protocol: TCP}, {port: 443, protocol: TCP, targetPort: 9443}]}",
                        managed))
                .containsExactly(
                        ".spec.ports[port=443,protocol=\"TCP\"].targetPort: 8443 -> 9443",
                        ".spec.ports[port=80,protocol=\"TCP\"]: null -> port: 80\nprotocol: TCP");
    }

    @Test
    void aListWithoutKeysIsOneValue() {
        assertThat(paths("args: [a, b]", "args: [a]", NOBODY)).containsExactly(".args: - a\n- b -> - a");
    }

    @Test
    void whatIsMissingOnEitherSideIsADifference() {
        assertThat(paths("data: {a: x}", "data: {b: y}", NOBODY))
                .containsExactly(".data.a: x -> null", ".data.b: null -> y");
    }

    @Test
    void nothingDiffersBetweenEqualObjects() {
        assertThat(paths("spec: {a: [1, {b: 2}]}", "spec: {a: [1, {b: 2}]}", NOBODY))
                .isEmpty();
    }
}

package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathsTest {
    private static final String OBJECT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: d, labels: {app.kubernetes.io/name: x, app: y}, finalizers: [a, b]}
            spec:
              replicas: 3
              template:
                spec:
                  containers:
                  - {name: one, image: 'i:1', ports: [{containerPort: 80, protocol: TCP}]}
                  - {name: two, image: 'i:2'}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".spec.replicas | /spec/replicas",
                ".metadata.labels.app.kubernetes.io/name | /metadata/labels/app.kubernetes.io~1name",
                ".metadata.labels.app | /metadata/labels/app",
                ".metadata.finalizers[=\"b\"] | /metadata/finalizers/1",
                ".spec.template.spec.containers[name=\"two\"].image | /spec/template/spec/containers/1/image",
                ".spec.template.spec.containers[name=\"two\"] | /spec/template/spec/containers/1",
                ".spec.template.spec.containers[name=\"one\"].ports[containerPort=80,protocol=\"TCP\"].containerPort"
                        + " | /spec/template/spec/containers/0/ports/0/containerPort"
            })
    void takesOutExactlyTheNamedField(String path, String pointer) {
        var tree = Samples.yaml(OBJECT).tree();
        assertThat(tree.at(pointer).isMissingNode()).isFalse();
        assertThat(FieldPaths.remove(tree, path)).isTrue();
        assertThat(tree.at(pointer).isMissingNode()).isTrue();
        assertThat(tree.at("/spec/template/spec/containers/0/image").asString()).isEqualTo("i:1");
    }

    @Test
    void leavesTheObjectAloneWhenThereIsNoSuchField() {
        var tree = Samples.yaml(OBJECT).tree();
        assertThat(FieldPaths.remove(tree, ".spec.template.spec.containers[name=\"three\"].image"))
                .isFalse();
        assertThat(FieldPaths.remove(tree, ".spec.paused")).isFalse();
        assertThat(tree).isEqualTo(Samples.yaml(OBJECT).tree());
    }
}

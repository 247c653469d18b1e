package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.KubeObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedFieldsTest {
    private static final KubeObject LIVE = Samples.yaml("""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: d
              managedFields:
              - manager: kubectl-edit
                fieldsV1:
                  f:metadata:
                    f:labels: {f:app.kubernetes.io/name: {}}
                    f:finalizers: {'v:"b"': {}}
                  f:spec:
                    f:replicas: {}
                    f:template:
                      f:spec:
                        f:containers:
                          'k:{"name":"two"}':
                            f:image: {}
                            f:ports:
                              'k:{"containerPort":80,"protocol":"TCP"}': {f:name: {}}
              - manager: argo
                fieldsV1: {f:spec: {f:paused: {}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubectl-edit | .spec.replicas | true",
                "argo | .spec.replicas | false",
                "argo | .spec.paused | true",
                "kubectl-edit | .metadata.labels.app.kubernetes.io/name | true",
                "kubectl-edit | .metadata.labels.app | false",
                "kubectl-edit | .metadata.finalizers[=\"b\"] | true",
                "kubectl-edit | .metadata.finalizers[=\"a\"] | false",
                "kubectl-edit | .spec.template.spec.containers[name=\"two\"].image | true",
                "kubectl-edit | .spec.template.spec.containers[name=\"one\"].image | false",
                "kubectl-edit | .spec.template.spec.containers[name=\"two\"].ports[containerPort=80,protocol=\"TCP\"].name"
                        + " | true"
            })
    void tellsWhoOwnsWhatByThePathOfAConflict(String manager, String path, boolean owns) {
        assertThat(ManagedFields.owns(LIVE, manager, path)).isEqualTo(owns);
    }
}

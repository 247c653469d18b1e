package ai.hexabase.console.kube;

import tools.jackson.databind.node.ObjectNode;

/** Small objects to try a cluster with. */
final class Samples {
    private Samples() {}

    static KubeObject yaml(String text) {
        return KubeObject.of(Yaml.read(text, Yaml.Limits.OWN));
    }

    static KubeObject namespace(String name, String moreLabels) {
        return yaml("""
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: %s
                  labels: {contract: "yes"%s}
                """.formatted(name, moreLabels));
    }

    static KubeObject configMap(String namespace, String name, String key, String value) {
        return yaml("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  namespace: %s
                  name: %s
                  labels: {contract: "yes"}
                data: {%s: "%s"}
                """.formatted(namespace, name, key, value));
    }

    /** A Deployment whose pods pass {@code restricted} and ask for 100 millicores and 64 MiB each. */
    static KubeObject deployment(String namespace, String name, int replicas) {
        return yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: %1$s, name: %2$s}
                spec:
                  replicas: %3$d
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata: {labels: {app: %2$s}}
                    spec: %4$s
                """.formatted(namespace, name, replicas, POD_SPEC));
    }

    static KubeObject privilegedDeployment(String namespace, String name) {
        var tree = deployment(namespace, name, 1).tree();
        return privileged(tree, "/spec/template/spec/containers/0/securityContext");
    }

    static KubeObject pod(String namespace, String name) {
        return yaml("""
                apiVersion: v1
                kind: Pod
                metadata: {namespace: %s, name: %s}
                spec: %s
                """.formatted(namespace, name, POD_SPEC));
    }

    static KubeObject privilegedPod(String namespace, String name) {
        return privileged(pod(namespace, name).tree(), "/spec/containers/0/securityContext");
    }

    private static KubeObject privileged(ObjectNode tree, String securityContext) {
        ((ObjectNode) tree.at(securityContext)).removeAll().put("privileged", true);
        return KubeObject.of(tree);
    }

    static KubeObject job(String namespace, String name) {
        return yaml("""
                apiVersion: batch/v1
                kind: Job
                metadata: {namespace: %s, name: %s}
                spec:
                  template:
                    metadata: {labels: {app: %2$s}}
                    spec: %3$s
                """.formatted(namespace, name, POD_SPEC.replace("restartPolicy: Always", "restartPolicy: Never")));
    }

    private static final String POD_SPEC = """
            {
              restartPolicy: Always,
              securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}},
              containers: [{
                name: main,
                image: "example.invalid/contract:1",
                resources: {requests: {cpu: 100m, memory: 64Mi}},
                securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
              }]
            }
            """.replace("\n", " ");
}

package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;

/** Kubernetes objects as tests write them. */
final class Samples {
    private Samples() {}

    static KubeObject yaml(String text) {
        return KubeObject.of(Yaml.read(text, Yaml.Limits.OWN));
    }
}

package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Setting;
import java.util.HexFormat;
import java.util.Map;

/** The Job that initialises the control plane, once for each content: a Job cannot be changed, so its name follows it. */
record Initialisation(Marks marks, Pods pods) {
    KubeObject object() {
        var spec = pod();
        var hash = HexFormat.of().formatHex(ApplySet.sha256(spec.toString())).substring(0, 10);
        return Tree.object(
                ResourceKind.JOB,
                marks.metadata(Names.INIT + "-" + hash, "initialisation"),
                "spec",
                map(
                        "backoffLimit",
                        6,
                        "activeDeadlineSeconds",
                        600,
                        "template",
                        map("metadata", map("labels", marks.common("initialisation")), "spec", spec)));
    }

    private Map<String, Object> pod() {
        return map(
                "restartPolicy",
                "OnFailure",
                "serviceAccountName",
                Names.CONTROL_PLANE,
                "securityContext",
                Pods.podSecurity(),
                "imagePullSecrets",
                new Images(pods.settings()).pullSecrets(),
                "containers",
                list(container()),
                "volumes",
                pods.volumes());
    }

    private Map<String, Object> container() {
        return map(
                "name",
                "init",
                "image",
                new Images(pods.settings()).controlPlane(),
                "imagePullPolicy",
                new Images(pods.settings()).pullPolicy(),
                "command",
                list("hexabase-cli", "init", "--config-file=" + Configuration.MOUNT + "/" + Configuration.INIT_FILE),
                "env",
                pods.environment(),
                "resources",
                resources(),
                "securityContext",
                Pods.containerSecurity(),
                "volumeMounts",
                Pods.mounts());
    }

    private Map<String, Object> resources() {
        return map(
                "requests",
                resources(Setting.INIT_CPU_REQUEST, Setting.INIT_MEMORY_REQUEST),
                "limits",
                resources(Setting.INIT_CPU_LIMIT, Setting.INIT_MEMORY_LIMIT));
    }

    private Map<String, Object> resources(Setting cpu, Setting memory) {
        return map("cpu", pods.settings().text(cpu), "memory", pods.settings().text(memory));
    }
}

package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;
import static ai.hexabase.console.manifest.Tree.object;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The control plane: Deployment and its disruption budget. */
record ControlPlane(Marks marks, Pods pods) {
    /** A pod that leaves goes on serving for as long as proxies and load balancers may still send requests to it. */
    private static final int LEAVING_SECONDS = 10;
    /** What the server then has to finish what it is doing. */
    private static final int STOPPING_SECONDS = 30;

    KubeObject deployment() {
        return object(
                ResourceKind.DEPLOYMENT,
                marks.metadata(Names.CONTROL_PLANE, "control-plane"),
                "spec",
                map(
                        "replicas",
                        settings().number(Setting.CONTROL_PLANE_REPLICAS),
                        "progressDeadlineSeconds",
                        600,
                        "strategy",
                        map("type", "RollingUpdate", "rollingUpdate", map("maxSurge", 1, "maxUnavailable", 0)),
                        "selector",
                        map("matchLabels", Marks.CONTROL_PLANE),
                        "template",
                        map(
                                "metadata",
                                map(
                                        "labels",
                                        podLabels(),
                                        "annotations",
                                        encryption().podAnnotations()),
                                "spec",
                                podSpec())));
    }

    private Map<String, Object> podLabels() {
        var labels = marks.common("control-plane");
        labels.putAll(Marks.CONTROL_PLANE);
        return labels;
    }

    private Map<String, Object> podSpec() {
        return map(
                "serviceAccountName",
                Names.CONTROL_PLANE,
                "securityContext",
                Pods.podSecurity(),
                "imagePullSecrets",
                images().pullSecrets(),
                "priorityClassName",
                Pods.priorityClass(settings()),
                "nodeSelector",
                Pods.nodeLabels(settings(), Setting.NODE_LABELS),
                "affinity",
                pods.affinity(),
                "topologySpreadConstraints",
                pods.spread(),
                "terminationGracePeriodSeconds",
                LEAVING_SECONDS + STOPPING_SECONDS,
                "containers",
                list(container()),
                "volumes",
                encryption().volumes(pods.volumes()));
    }

    private Images images() {
        return new Images(settings());
    }

    private Encryption encryption() {
        return new Encryption(settings());
    }

    private Map<String, Object> container() {
        var container = map(
                "name",
                "control-plane",
                "image",
                images().controlPlane(),
                "imagePullPolicy",
                images().pullPolicy(),
                "ports",
                list(port("https", 8443), port("api", 8080)),
                "env",
                encryption().environment(environment()),
                "lifecycle",
                map("preStop", map("sleep", map("seconds", LEAVING_SECONDS))),
                "resources",
                map(
                        "requests",
                        resources(Setting.CPU_REQUEST, Setting.MEMORY_REQUEST),
                        "limits",
                        resources(Setting.CPU_LIMIT, Setting.MEMORY_LIMIT)),
                "securityContext",
                Pods.containerSecurity(),
                "volumeMounts",
                encryption().mounts(Pods.mounts()));
        container.putAll(probes());
        return container;
    }

    private List<Object> environment() {
        var environment = new ArrayList<>(pods.environment());
        var level = settings().text(Setting.LOG_LEVEL);
        if (!level.equals(Setting.Words.IMAGES_OWN)) {
            environment.add(map("name", "LOG_LEVEL", "value", level));
        }
        return environment;
    }

    private Map<String, Object> probes() {
        var path = settings().text(Setting.HEALTH_PATH);
        var https = map("httpGet", map("path", path, "port", "https", "scheme", "HTTPS"));
        var startup = new java.util.LinkedHashMap<>(https);
        startup.putAll(map("periodSeconds", 5, "failureThreshold", 60));
        var readiness = new java.util.LinkedHashMap<>(https);
        readiness.putAll(map("periodSeconds", 5, "timeoutSeconds", 3, "failureThreshold", 3));
        var liveness = map("tcpSocket", map("port", "api"), "periodSeconds", 10, "failureThreshold", 6);
        return map("startupProbe", startup, "readinessProbe", readiness, "livenessProbe", liveness);
    }

    private Map<String, Object> resources(Setting cpu, Setting memory) {
        return map("cpu", settings().text(cpu), "memory", settings().text(memory));
    }

    private static Object port(String name, int port) {
        return map("name", name, "containerPort", port, "protocol", "TCP");
    }

    KubeObject disruptionBudget() {
        return object(
                ResourceKind.POD_DISRUPTION_BUDGET,
                marks.metadata(Names.CONTROL_PLANE, "control-plane"),
                "spec",
                map(
                        "maxUnavailable",
                        1,
                        "unhealthyPodEvictionPolicy",
                        "AlwaysAllow",
                        "selector",
                        map("matchLabels", Marks.CONTROL_PLANE)));
    }

    private Settings settings() {
        return pods.settings();
    }
}

package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.SideBySide;
import ai.hexabase.console.preflight.Observed.PodProbe;
import ai.hexabase.console.preflight.Observed.Stage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Offers one pod of each template to the API server, which checks pod security and quotas and stores nothing. */
record PodProbes(ClusterConnection cluster, List<PodDemand> demands, Map<String, Stage> namespaces) {
    private static final String STAND_IN = "default";

    List<PodProbe> all() {
        var offered =
                demands.stream().filter(demand -> demand.template() != null).toList();
        return SideBySide.map(offered, this::probe);
    }

    private PodProbe probe(PodDemand demand) {
        var home = Objects.requireNonNullElse(demand.owner().namespace(), STAND_IN);
        var standIn = namespaces.getOrDefault(home, Stage.ABSENT) == Stage.ABSENT;
        var namespace = standIn ? STAND_IN : home;
        var result = cluster.dryRunCreate(pod(demand, namespace));
        return new PodProbe(demand.owner(), namespace, standIn, Observer.refusal(result), result.warnings());
    }

    private static KubeObject pod(PodDemand demand, String namespace) {
        var pod = JsonMapper.shared().createObjectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        var metadata = pod.putObject("metadata");
        metadata.put("name", shortened(demand.owner().name()) + "-preflight").put("namespace", namespace);
        var labels = metadata.putObject("labels");
        demand.podLabels().forEach(labels::put);
        pod.set("spec", spec(Objects.requireNonNull(demand.template())));
        return KubeObject.of(pod);
    }

    private static String shortened(String name) {
        return name.length() <= 50 ? name : name.substring(0, 50);
    }

    /** Without the service account and what comes with it: the plan creates it, so it may not exist yet. */
    private static JsonNode spec(JsonNode template) {
        var spec = (ObjectNode) template.deepCopy();
        spec.remove(List.of("serviceAccountName", "serviceAccount"));
        if (!spec.has("restartPolicy")) {
            spec.put("restartPolicy", "Always");
        }
        return spec;
    }
}

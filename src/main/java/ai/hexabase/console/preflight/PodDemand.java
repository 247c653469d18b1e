package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pods one object will bring.
 *
 * @param owner the object
 * @param count how many at the same time
 * @param cpuMillis CPU each requests, in thousandths of a core
 * @param memoryBytes memory each requests, in bytes
 * @param onePerNode two of them may not share a node
 * @param evenOverZones zones may differ by one pod at most
 * @param zones zones it cannot do without; 0 when any will do
 * @param onlyZones zones it must stand in; empty when any will do
 * @param template the pod's spec, null when an operator makes the pods
 */
record PodDemand(
        ObjectRef owner,
        int count,
        long cpuMillis,
        long memoryBytes,
        boolean onePerNode,
        boolean evenOverZones,
        int zones,
        Set<String> onlyZones,
        Map<String, String> nodeLabels,
        Map<String, String> podLabels,
        @Nullable JsonNode template) {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOST = "kubernetes.io/hostname";

    static List<PodDemand> of(List<KubeObject> objects) {
        return objects.stream()
                .map(PodDemand::of)
                .filter(Objects::nonNull)
                .filter(demand -> demand.count() > 0)
                .toList();
    }

    private static @Nullable PodDemand of(KubeObject object) {
        var kind = object.kind();
        if (kind.equals(ResourceKind.DATABASE_CLUSTER)) {
            return database(object);
        }
        if (kind.equals(ResourceKind.DEPLOYMENT) || kind.equals(ResourceKind.STATEFUL_SET)) {
            return templated(object, object.number("/spec/replicas", 1));
        }
        if (kind.equals(ResourceKind.JOB)) {
            return templated(object, object.number("/spec/parallelism", 1));
        }
        return null;
    }

    private static PodDemand templated(KubeObject object, int count) {
        var spec = object.at("/spec/template/spec");
        return new PodDemand(
                object.ref(),
                count,
                Amounts.podRequest(spec, "cpu"),
                Amounts.podRequest(spec, "memory"),
                spreads(spec, HOST) || separates(spec.at("/affinity"), HOST),
                spreads(spec, ZONE),
                minimumDomains(spec),
                onlyZones(spec.at("/affinity")),
                texts(spec.at("/nodeSelector")),
                texts(object.at("/spec/template/metadata/labels")),
                spec.isObject() ? spec : null);
    }

    private static PodDemand database(KubeObject object) {
        var instances = object.number("/spec/instances", 1);
        var required = "required".equals(object.text("/spec/affinity/podAntiAffinityType", "preferred"));
        var key = object.text("/spec/affinity/topologyKey", HOST);
        return new PodDemand(
                object.ref(),
                instances,
                Amounts.cpuMillis(object.text("/spec/resources/requests/cpu")),
                Amounts.bytes(object.text("/spec/resources/requests/memory")),
                required && key.equals(HOST),
                required && key.equals(ZONE),
                required && key.equals(ZONE) ? instances : 0,
                onlyZones(object.at("/spec/affinity")),
                texts(object.at("/spec/affinity/nodeSelector")),
                Map.of("cnpg.io/cluster", object.name()),
                null);
    }

    private static boolean spreads(JsonNode spec, String key) {
        return spec.at("/topologySpreadConstraints").valueStream().anyMatch(constraint -> hard(constraint, key));
    }

    private static boolean hard(JsonNode constraint, String key) {
        return key.equals(constraint.path("topologyKey").asString(""))
                && !"ScheduleAnyway".equals(constraint.path("whenUnsatisfiable").asString(""));
    }

    private static boolean separates(JsonNode affinity, String key) {
        return affinity.at("/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution")
                .valueStream()
                .anyMatch(term -> key.equals(term.path("topologyKey").asString("")));
    }

    private static int minimumDomains(JsonNode spec) {
        return spec.at("/topologySpreadConstraints")
                .valueStream()
                .filter(constraint -> hard(constraint, ZONE))
                .mapToInt(constraint -> constraint.path("minDomains").asInt(1))
                .max()
                .orElse(0);
    }

    /** Read from the first term only: more than one would mean "either". */
    private static Set<String> onlyZones(JsonNode affinity) {
        var terms = affinity.at("/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms");
        return terms.path(0)
                .path("matchExpressions")
                .valueStream()
                .filter(expression -> ZONE.equals(expression.path("key").asString(""))
                        && "In".equals(expression.path("operator").asString("")))
                .flatMap(expression -> expression.path("values").valueStream())
                .map(value -> value.asString(""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return Map.copyOf(texts);
    }
}

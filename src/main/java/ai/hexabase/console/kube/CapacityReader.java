package ai.hexabase.console.kube;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads nodes, and page by page what the pods on them request. */
final class CapacityReader {
    private static final int PAGE = 500;

    /** What the pods of one node request together. */
    private record Load(long cpuMillis, long memoryBytes, long pods) {
        private static final Load NONE = new Load(0, 0, 0);

        private Load plus(PodRequests.PodSpec pod) {
            return new Load(
                    cpuMillis + PodRequests.cpuMillis(pod), memoryBytes + PodRequests.memoryBytes(pod), pods + 1);
        }
    }

    private final ApiHttp http;
    private final Clock clock;

    CapacityReader(ApiHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    ClusterCapacity read() {
        var asOf = clock.instant();
        var loads = loads();
        var nodes = new ArrayList<ClusterCapacity.Node>();
        var query = ListQuery.of(ResourceKind.NODE).limit(PAGE);
        var page = Lists.page(http, query);
        while (true) {
            page.items().forEach(node -> nodes.add(node(node, loads.getOrDefault(node.name(), Load.NONE))));
            if (page.continueToken() == null) {
                return new ClusterCapacity(nodes, asOf);
            }
            page = Lists.page(http, query.continuing(page.continueToken()));
        }
    }

    private Map<String, Load> loads() {
        var loads = new HashMap<String, Load>();
        String next = null;
        do {
            var pods = http.sendForPage(pods(next)).json(PodRequests.PodList.class);
            for (var pod : pods.pods()) {
                var spec = pod.spec();
                if (spec != null && spec.nodeName() != null) {
                    loads.merge(spec.nodeName(), Load.NONE.plus(spec), (load, ignored) -> load.plus(spec));
                }
            }
            next = pods.next();
        } while (next != null);
        return loads;
    }

    private static ApiRequest pods(@Nullable String next) {
        return ApiRequest.get("/api/v1/pods")
                .with("fieldSelector", "spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed")
                .with("limit", PAGE)
                .with("continue", next);
    }

    private static ClusterCapacity.Node node(KubeObject node, Load load) {
        var labels = node.labels();
        return new ClusterCapacity.Node(
                node.name(),
                labels.get("topology.kubernetes.io/zone"),
                ready(node),
                schedulable(node),
                Quantities.millis(node.text("/status/allocatable/cpu")),
                Quantities.units(node.text("/status/allocatable/memory")),
                Quantities.units(node.text("/status/allocatable/pods")),
                load.cpuMillis(),
                load.memoryBytes(),
                load.pods(),
                labels);
    }

    private static boolean ready(KubeObject node) {
        for (var condition : node.at("/status/conditions")) {
            if ("Ready".equals(condition.path("type").asString(""))) {
                return "True".equals(condition.path("status").asString(""));
            }
        }
        return false;
    }

    private static boolean schedulable(KubeObject node) {
        for (var taint : node.at("/spec/taints")) {
            var effect = taint.path("effect").asString("");
            if (effect.equals("NoSchedule") || effect.equals("NoExecute")) {
                return false;
            }
        }
        return !node.at("/spec/unschedulable").asBoolean(false);
    }
}

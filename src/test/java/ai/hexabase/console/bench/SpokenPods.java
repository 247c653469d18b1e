package ai.hexabase.console.bench;

import ai.hexabase.console.fleet.ApiProxy;
import ai.hexabase.console.fleet.FleetCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes of pods that nobody writes: a proxy says them to those who watch, as an API server would that has more than
 * a share of two cores. What is watched is real, and so is the way from the proxy on.
 */
final class SpokenPods implements PodEvents {
    private static final int OTHERS = 2000;
    private static final String RESTARTS = "\"restarts\"";
    private static final String VERSION = "the-version";

    private final ApiProxy proxy;
    /** What a change says before, between and after the version and the number of restarts. */
    private final List<String[]> pods = new ArrayList<>();

    private long version;

    SpokenPods(FleetCluster cluster, ApiProxy proxy) {
        this.proxy = proxy;
        var list = JsonMapper.shared()
                .readTree(cluster.kubectl("get", "--raw", ManyPods.PODS + "?limit=" + (ManyPods.PROBES + OTHERS)));
        version = list.at("/metadata/resourceVersion").asLong(0);
        list.path("items").valueStream().forEach(pod -> pods.add(spoken((ObjectNode) pod)));
    }

    private static String[] spoken(ObjectNode pod) {
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.withObject("/metadata").put("resourceVersion", VERSION);
        ((ObjectNode) pod.at("/status/containerStatuses/0")).put("restartCount", "restarts");
        var line = "{\"type\":\"MODIFIED\",\"object\":" + pod + "}";
        var first = line.split(VERSION, 2);
        var then = first[1].split(RESTARTS, 2);
        return new String[] {first[0], then[0], then[1]};
    }

    @Override
    public void probe(int which, int mark) {
        say(which % ManyPods.PROBES, mark);
    }

    @Override
    public void other() {
        var random = ThreadLocalRandom.current();
        say(random.nextInt(ManyPods.PROBES, pods.size()), random.nextInt(1, 100));
    }

    private void say(int which, int restarts) {
        var parts = pods.get(which);
        proxy.tell("/pods", parts[0] + ++version + parts[1] + restarts + parts[2]);
    }
}

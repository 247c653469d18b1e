package ai.hexabase.console.kube;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the scheduler sets aside for a pod; the records hold only the fields needed for that. */
final class PodRequests {
    record PodList(@Nullable ListMeta metadata, @Nullable List<Pod> items) {
        List<Pod> pods() {
            return items == null ? List.of() : items;
        }

        @Nullable
        String next() {
            return metadata == null
                            || metadata.next() == null
                            || metadata.next().isEmpty()
                    ? null
                    : metadata.next();
        }
    }

    record ListMeta(@JsonProperty("continue") @Nullable String next) {}

    record Pod(@Nullable PodSpec spec) {}

    record PodSpec(
            @Nullable String nodeName,
            @Nullable List<Container> containers,
            @Nullable List<Container> initContainers,
            @Nullable Map<String, String> overhead,
            @Nullable Resources resources) {}

    /** A container; an init container with restartPolicy Always is a sidecar and runs as long as the pod. */
    record Container(
            @Nullable Resources resources, @Nullable String restartPolicy) {
        boolean sidecar() {
            return "Always".equals(restartPolicy);
        }
    }

    record Resources(@Nullable Map<String, String> requests) {
        @Nullable
        String of(String resource) {
            return requests == null ? null : requests.get(resource);
        }
    }

    private PodRequests() {}

    static long cpuMillis(PodSpec spec) {
        return request(spec, "cpu", Quantities::millis);
    }

    static long memoryBytes(PodSpec spec) {
        return request(spec, "memory", Quantities::units);
    }

    /**
     * The larger of what runs in the end and of each init container with the sidecars started before it; a request of
     * the whole pod replaces that; overhead comes on top.
     */
    private static long request(PodSpec spec, String resource, ToLongFunction<@Nullable String> read) {
        long sidecars = 0;
        long starting = 0;
        for (var container : orEmpty(spec.initContainers())) {
            long own = own(container, resource, read);
            starting = Math.max(starting, sidecars + own);
            sidecars += container.sidecar() ? own : 0;
        }
        long running = sidecars;
        for (var container : orEmpty(spec.containers())) {
            running += own(container, resource, read);
        }
        var whole = spec.resources() == null ? null : spec.resources().of(resource);
        long needed = whole == null ? Math.max(running, starting) : read.applyAsLong(whole);
        var overhead = spec.overhead() == null ? null : spec.overhead().get(resource);
        return needed + read.applyAsLong(overhead);
    }

    private static long own(Container container, String resource, ToLongFunction<@Nullable String> read) {
        return container.resources() == null
                ? 0
                : read.applyAsLong(container.resources().of(resource));
    }

    private static List<Container> orEmpty(@Nullable List<Container> containers) {
        return containers == null ? List.of() : containers;
    }
}

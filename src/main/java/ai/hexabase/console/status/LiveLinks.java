package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths of the live lists. */
public final class LiveLinks {
    public static final String PODS = "pods";
    public static final String WORKLOADS = "pods/workloads";
    public static final String EVENTS = "pods/events";
    public static final String NODES = "pods/nodes";
    public static final String VOLUMES = "pods/volumes";
    /** The logs of several pods. */
    public static final String LOGS = "pods/logs";

    private LiveLinks() {}

    /** A list of one cluster. */
    public static String of(String list, ClusterId cluster) {
        return list + "?cluster=" + cluster;
    }

    /** @param namespace null for all */
    public static String of(String list, ClusterId cluster, @Nullable String namespace) {
        return of(list, cluster) + (namespace == null ? "" : "&namespace=" + encoded(namespace));
    }

    /** That list with one object of it open. */
    public static String open(String list, ClusterId cluster, @Nullable String namespace, String name) {
        return of(list, cluster, namespace) + "&open=" + encoded(name);
    }

    /** What is found in that list. */
    public static String search(String list, ClusterId cluster, @Nullable String namespace, String text) {
        return of(list, cluster, namespace) + "&text=" + encoded(text);
    }

    /** The logs of all pods of a namespace, followed together. */
    public static String logs(ClusterId cluster, String namespace) {
        return of(LOGS, cluster, namespace);
    }

    /** The logs of these pods of a namespace. */
    public static String logs(ClusterId cluster, String namespace, Collection<String> pods) {
        return logs(cluster, namespace)
                + pods.stream().map(pod -> "&pod=" + encoded(pod)).collect(Collectors.joining());
    }

    /** The logs of all pods of a workload, later ones included. */
    public static String logs(ClusterId cluster, String namespace, Workload workload) {
        return logs(cluster, namespace) + "&workload=" + encoded(workload.kind() + "/" + workload.name());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

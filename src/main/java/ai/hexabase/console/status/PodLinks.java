package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** Paths of the live pods. */
public final class PodLinks {
    public static final String PODS = "pods";

    public static final String LOGS = "pods/logs";

    private PodLinks() {}

    public static String of(ClusterId cluster) {
        return PODS + "?cluster=" + cluster;
    }

    public static String of(ClusterId cluster, String namespace) {
        return of(cluster) + "&namespace=" + encode(namespace);
    }

    /** The logs of all pods of a namespace, followed together. */
    public static String logs(ClusterId cluster, String namespace) {
        return LOGS + "?cluster=" + cluster + "&namespace=" + encode(namespace);
    }

    /** The logs of these pods of a namespace. */
    public static String logs(ClusterId cluster, String namespace, Collection<String> pods) {
        return logs(cluster, namespace)
                + pods.stream().map(pod -> "&pod=" + encode(pod)).collect(Collectors.joining());
    }

    /** The logs of all pods of a workload, later ones included. */
    public static String logs(ClusterId cluster, String namespace, Workload workload) {
        return logs(cluster, namespace) + "&workload=" + encode(workload.kind() + "/" + workload.name());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

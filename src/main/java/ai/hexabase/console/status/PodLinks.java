package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the live pods. */
public final class PodLinks {
    public static final String PODS = "pods";

    private PodLinks() {}

    public static String of(ClusterId cluster) {
        return PODS + "?cluster=" + cluster;
    }

    public static String of(ClusterId cluster, String namespace) {
        return of(cluster) + "&namespace=" + URLEncoder.encode(namespace, StandardCharsets.UTF_8);
    }
}

package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;

/** Paths of the screens about clusters. */
public final class ClusterLinks {
    public static final String LIST = "clusters";
    public static final String REGISTER = "clusters/register";
    /** The registration with the practice cluster chosen. */
    public static final String REGISTER_PRACTICE = "clusters/register/practice";

    private ClusterLinks() {}

    public static String details(ClusterId id) {
        return "clusters/" + id;
    }

    public static String replaceCredentials(ClusterId id) {
        return "clusters/" + id + "/credentials";
    }
}

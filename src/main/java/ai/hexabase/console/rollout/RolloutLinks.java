package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;

/** Addresses of this module's screens, for links from elsewhere. */
public final class RolloutLinks {
    public static final String LIST = "rollouts";
    public static final String ROLLOUT = "rollouts/:rollout";
    public static final String REVIEW = "installations/:installation/plan";

    public static final String REMOVAL = "installations/:installation/removal/:cluster";

    private RolloutLinks() {}

    /** The rollout's own page. */
    public static String rollout(RolloutId id) {
        return "rollouts/" + id;
    }

    /** Where taking the installation from this cluster is reviewed and started. */
    public static String removal(InstallationId installation, ClusterId cluster) {
        return "installations/" + installation + "/removal/" + cluster;
    }

    /** Where the installation's newest revision is compared with its cluster and approved. */
    public static String review(InstallationId installation) {
        return "installations/" + installation + "/plan";
    }
}

package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import java.util.UUID;

/** Where the screens of installations are found. */
public final class InstallationLinks {
    public static final String LIST = "installations";
    /** The wizard; gives itself a draft. */
    public static final String NEW = "installations/new";

    private InstallationLinks() {}

    public static String of(InstallationId id) {
        return LIST + "/" + id;
    }

    /** The plan of the latest revision, with its review. */
    public static String plan(InstallationId id) {
        return of(id) + "/plan";
    }

    /** Taking it from this cluster, with its review. */
    public static String removal(InstallationId id, ClusterId cluster) {
        return of(id) + "/removal/" + cluster;
    }

    /** One revision, compared with the one before it. */
    public static String revision(InstallationId id, int number) {
        return of(id) + "/revisions/" + number;
    }

    /** The wizard at a step of a draft; the first step is 1. */
    public static String draft(UUID draft, int step) {
        return NEW + "/" + draft + "/" + step;
    }
}

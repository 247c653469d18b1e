package ai.hexabase.console.drift;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.InstallationLinks;

/** Addresses of this module's screens, for links from elsewhere. */
public final class DriftLinks {
    public static final String DRIFT = "installations/:installation/drift";

    private DriftLinks() {}

    /** Where an installation differs from what was rolled out last. */
    public static String of(InstallationId installation) {
        return InstallationLinks.of(installation) + "/drift";
    }
}

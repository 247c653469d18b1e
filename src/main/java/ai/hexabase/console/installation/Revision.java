package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;
import java.util.List;

/**
 * An immutable, numbered version of an installation's settings; the first has number 1.
 *
 * @param decisions who owns contested fields; may be added to while it is the newest revision
 */
public record Revision(
        InstallationId installation,
        int number,
        ClusterId cluster,
        Settings settings,
        String createdBy,
        Instant createdAt,
        String comment,
        List<TakenDecision> decisions) {
    public Revision {
        decisions = List.copyOf(decisions);
    }
}

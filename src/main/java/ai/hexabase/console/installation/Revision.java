package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;

/** An immutable, numbered version of an installation's settings; the first has number 1. */
public record Revision(
        InstallationId installation,
        int number,
        ClusterId cluster,
        Settings settings,
        String createdBy,
        Instant createdAt,
        String comment) {}

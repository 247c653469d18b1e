package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import java.time.Instant;

/**
 * One Hexabase.AI platform an administrator looks after, as of its latest revision.
 *
 * @param cluster where the latest revision belongs
 * @param profile profile of the latest revision
 */
public record Installation(
        InstallationId id,
        String name,
        ClusterId cluster,
        String profile,
        int latestRevision,
        String createdBy,
        Instant createdAt) {}

package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One Hexabase.AI platform an administrator looks after, as of its latest revision.
 *
 * @param cluster where the latest revision belongs
 * @param profile profile of the latest revision
 * @param closedAt when its record was closed, null while it is open
 * @param closedBy who closed it
 */
public record Installation(
        InstallationId id,
        String name,
        ClusterId cluster,
        String profile,
        int latestRevision,
        String createdBy,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {
    /** Whether it can no longer be changed or rolled out, only read. */
    public boolean isClosed() {
        return closedAt != null;
    }

    /** A closed one is problem {@code installation-closed}. */
    void requireOpen() {
        if (isClosed()) {
            throw new ProblemException(Problem.of("installation-closed", name));
        }
    }
}

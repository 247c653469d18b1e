package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.profile.Needs;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has entered in the wizard so far, right or wrong; kept until it is saved or thrown away.
 *
 * @param person whose it is
 * @param keptAt when it was last kept
 */
public record Draft(UUID id, String person, Instant keptAt, Content content) {
    /**
     * The entries themselves.
     *
     * @param step the step being worked at, the first is 1
     * @param needs answers of the first step, null before they were given
     * @param cluster chosen target, null before it was chosen
     * @param settings settings of the chosen profile, null before it was chosen
     */
    public record Content(
            int step,
            String name,
            @Nullable Needs needs,
            @Nullable ClusterId cluster,
            @Nullable Settings settings,
            String comment) {}
}

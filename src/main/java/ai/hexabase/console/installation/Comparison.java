package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.profile.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what a revision differs from another one, or from its profile's own values.
 *
 * @param clusterBefore null when nothing is said about a cluster
 * @param decisions about fields that another manager sets too
 */
public record Comparison(
        String profileBefore,
        String profileAfter,
        @Nullable ClusterId clusterBefore,
        ClusterId clusterAfter,
        List<SettingChange> settings,
        List<DecisionChange> decisions) {
    public static Comparison between(Revision before, Revision after) {
        return of(before.settings(), before.cluster(), before.decisions(), after);
    }

    /** What was changed from the values the profile gives. */
    public static Comparison withProfile(Revision after) {
        return of(Profile.of(after.settings().profile()).settings(), null, List.of(), after);
    }

    private static Comparison of(
            Settings before, @Nullable ClusterId cluster, List<TakenDecision> decided, Revision after) {
        return new Comparison(
                before.profile(),
                after.settings().profile(),
                cluster,
                after.cluster(),
                before.changesTo(after.settings()),
                DecisionChange.between(decided, after.decisions()));
    }

    public boolean hasOtherProfile() {
        return !profileBefore.equals(profileAfter);
    }

    public boolean hasOtherCluster() {
        return clusterBefore != null && !clusterBefore.equals(clusterAfter);
    }

    public boolean isEmpty() {
        return settings.isEmpty() && decisions.isEmpty() && !hasOtherProfile() && !hasOtherCluster();
    }

    /** How many things differ. */
    public int size() {
        return settings.size() + decisions.size() + (hasOtherProfile() ? 1 : 0) + (hasOtherCluster() ? 1 : 0);
    }
}

package ai.hexabase.console.profile;

import java.util.List;

/**
 * The profile that fits what is needed.
 *
 * @param reasons why, and what to know
 * @param settings the profile's values, changed where the answers ask for it
 */
public record Recommendation(String profile, List<Reason> reasons, Settings settings) {
    public Recommendation {
        reasons = List.copyOf(reasons);
    }
}

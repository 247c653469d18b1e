package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A named starting point with the document's values.
 *
 * @param id the document's name of it
 * @param usersFrom fewest users it is made for
 * @param usersBelow it is made for fewer users than this
 * @param zonesNeeded zones its control plane spreads over
 * @param values text by setting; every setting has one
 */
public record Profile(String id, int usersFrom, int usersBelow, int zonesNeeded, Map<Setting, String> values) {
    public static final String SMALL = "small-enterprise";
    public static final String MEDIUM = "medium-enterprise";

    private static final List<Profile> ALL = List.of(
            new Profile(SMALL, 1, 100, 1, DocumentValues.small()),
            new Profile(MEDIUM, 100, 1001, 3, DocumentValues.medium()));

    public Profile {
        values = Map.copyOf(new EnumMap<>(values));
    }

    static List<Profile> all() {
        return ALL;
    }

    /** The profile; an unknown one is problem {@code profile-unknown}. */
    public static Profile of(String id) {
        return ALL.stream()
                .filter(profile -> profile.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("profile-unknown", id)));
    }

    /** The profile's own text for the setting. */
    public String value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    public int maxVclusters() {
        return Integer.parseInt(value(Setting.MAX_VCLUSTERS));
    }

    /** All settings as the profile gives them. */
    public Settings settings() {
        var texts = new java.util.TreeMap<String, String>();
        values.forEach((setting, text) -> texts.put(setting.key(), text));
        return new Settings(id, texts);
    }
}

package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A named starting point.
 *
 * @param id the document's name of it; for a proposal, the name in the same manner
 * @param source whose values they are
 * @param usersFrom fewest users it is made for
 * @param usersBelow it is made for fewer users than this
 * @param zonesNeeded zones its control plane spreads over
 * @param perVcluster what one vcluster's own control plane is counted with
 * @param values text by setting; every setting has one
 */
public record Profile(
        String id,
        Source source,
        int usersFrom,
        int usersBelow,
        int zonesNeeded,
        TenantDemand.Amount perVcluster,
        Map<Setting, String> values) {
    public static final String SMALL = "small-enterprise";
    public static final String MEDIUM = "medium-enterprise";
    public static final String LARGE = "large-enterprise";

    /** Whose values they are. */
    public enum Source {
        /** The owner's document. */
        DOCUMENT,
        /** This console's own proposal, where the document has none; screens say so. */
        PROPOSAL
    }

    private static final List<Profile> ALL = List.of(
            new Profile(SMALL, Source.DOCUMENT, 1, 100, 1, VclusterSize.P1, DocumentValues.small()),
            new Profile(MEDIUM, Source.DOCUMENT, 100, 1001, 3, VclusterSize.P1, DocumentValues.medium()),
            new Profile(LARGE, Source.PROPOSAL, 1001, 10_001, 3, VclusterSize.P2_IN_THREE, ProposedValues.large()));

    public Profile {
        values = Map.copyOf(new EnumMap<>(values));
    }

    /** Smallest first. */
    static List<Profile> all() {
        return ALL;
    }

    /** Nothing is made for more. */
    boolean isLargest() {
        return equals(ALL.getLast());
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

package ai.hexabase.console.drift;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.profile.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the live values of one object can become the settings of a new revision, found by rendering.
 *
 * @param base the revision that would be changed: the newest
 * @param fields each with the settings that stand for it
 */
public record Acceptance(DriftedObject object, int base, List<Part> fields) {
    public Acceptance {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param has whether the base gives the live value already, so that only its rollout is missing
     * @param options changes of one setting each that give exactly the live value; none when no setting stands for it
     */
    public record Part(DriftedField field, boolean has, List<Option> options) {
        public Part {
            options = List.copyOf(options);
        }
    }

    /**
     * A setting that stands for the field.
     *
     * @param alsoChanges other fields that the setting decides as well
     * @param problem why this value of the setting is not allowed, null when it is
     */
    public record Option(
            SettingChange change,
            List<String> alsoChanges,
            @Nullable Problem problem) {
        public Option {
            alsoChanges = List.copyOf(alsoChanges);
        }
    }
}

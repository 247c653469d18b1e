package ai.hexabase.console.installation;

import ai.hexabase.console.profile.Settings;
import java.util.List;

/** What a settings file says: the settings, and who owns contested fields. */
public record ImportedSettings(Settings settings, List<FieldDecision> decisions) {
    public ImportedSettings {
        decisions = List.copyOf(decisions);
    }
}

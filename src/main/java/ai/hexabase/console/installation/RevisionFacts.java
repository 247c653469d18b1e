package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What of a revision goes on record: all settings, and of what is kept sealed only which one it is. */
final class RevisionFacts {
    private static final int SHOWN = 8;

    private RevisionFacts() {}

    static Map<String, Object> of(ClusterId cluster, Settings settings) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cluster", cluster);
        facts.put("profile", settings.profile());
        facts.putAll(settings.values());
        Stream.of(Setting.values()).filter(Setting::isKeptHere).forEach(setting -> {
            var reference = settings.text(setting);
            facts.remove(setting.key());
            if (!reference.isEmpty()) {
                facts.put(setting.key() + " (sealed)", reference.substring(0, Math.min(SHOWN, reference.length())));
            }
        });
        return facts;
    }
}

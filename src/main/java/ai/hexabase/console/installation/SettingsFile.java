package ai.hexabase.console.installation;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings as a YAML file to be imported elsewhere: the profile, every text but what is kept sealed, and the decisions.
 *
 * <p>What is read need not be right: it becomes a draft, and the wizard marks the fields.
 */
final class SettingsFile {
    static final String API_VERSION = "console.hexabase.ai/v1";
    static final String KIND = "InstallationSettings";

    private SettingsFile() {}

    static String write(String name, Revision revision) {
        var settings = revision.settings();
        var file = JsonMapper.shared().createObjectNode();
        file.put("apiVersion", API_VERSION).put("kind", KIND);
        file.putObject("metadata").put("name", name).put("revision", revision.number());
        file.put("profile", settings.profile());
        var texts = file.putObject("settings");
        for (var setting : Setting.values()) {
            if (!setting.isKeptHere()) {
                texts.put(setting.key(), settings.text(setting));
            }
        }
        DecisionsPart.write(file, revision.decisions());
        return Yaml.write(file);
    }

    /**
     * Problems: those of {@link Yaml#read}, {@code settings-file-kind} when it is something else, {@code
     * profile-unknown}, {@code settings-file-unknown} (the key) and {@code settings-file-value} (the key) when the
     * setting is no plain text, and {@code settings-file-ownership} (the place) when a decision is none.
     */
    static ImportedSettings read(String text) {
        var file = Yaml.read(text, Yaml.Limits.STRICT);
        if (!API_VERSION.equals(file.path("apiVersion").asString(""))
                || !KIND.equals(file.path("kind").asString(""))) {
            throw new ProblemException(Problem.of("settings-file-kind", KIND, API_VERSION));
        }
        var profile = Profile.of(file.path("profile").asString(""));
        var texts = new TreeMap<>(profile.settings().values());
        file.path("settings").properties().forEach(entry -> texts.put(known(entry.getKey()), text(entry)));
        return new ImportedSettings(new Settings(profile.id(), texts), DecisionsPart.read(file));
    }

    private static String known(String key) {
        return Setting.ofKey(key)
                .filter(setting -> !setting.isKeptHere())
                .map(Setting::key)
                .orElseThrow(() -> new ProblemException(Problem.of("settings-file-unknown", key)));
    }

    private static String text(Map.Entry<String, JsonNode> entry) {
        var value = entry.getValue();
        if (!value.isValueNode() || value.isNull()) {
            throw new ProblemException(Problem.of("settings-file-value", entry.getKey()));
        }
        return value.asString();
    }
}

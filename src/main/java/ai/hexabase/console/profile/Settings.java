package ai.hexabase.console.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of an installation: a profile and every setting's text, as typed; JSON keeps it whole.
 *
 * @param profile the profile the settings started from
 * @param values text by {@link Setting#key()}; settings that this version does not know are dropped
 */
public record Settings(String profile, Map<String, String> values) {
    public Settings {
        var known = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (Setting.ofKey(key).isPresent()) {
                known.put(key, value);
            }
        });
        values = java.util.Collections.unmodifiableMap(known);
    }

    /** The text as typed; the profile's own where nothing is stored. */
    public String text(Setting setting) {
        var stored = values.get(setting.key());
        return stored == null ? Profile.of(profile).value(setting) : stored;
    }

    /** The whole number; a text that is none is a {@link NumberFormatException}, so validate first. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** The quantity; a text that is none is an {@link IllegalArgumentException}, so validate first. */
    public Quantity quantity(Setting setting) {
        return Quantity.parse(text(setting))
                .orElseThrow(() -> new IllegalArgumentException(setting.key() + " is not a quantity"));
    }

    /** The parts between commas, in order; none for an empty text. */
    public List<String> list(Setting setting) {
        return Stream.of(text(setting).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The lines of {@code key=value}, in order. */
    public Map<String, String> pairs(Setting setting) {
        var pairs = new LinkedHashMap<String, String>();
        text(setting).lines().filter(line -> line.contains("=")).forEach(line -> {
            var sign = line.indexOf('=');
            pairs.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return pairs;
    }

    public boolean is(Setting setting, String word) {
        return text(setting).equals(word);
    }

    public Settings with(Setting setting, String text) {
        var changed = new LinkedHashMap<>(values);
        changed.put(setting.key(), text);
        return new Settings(profile, changed);
    }

    /** The same without what only this console keeps: whoever takes them over must enter it anew. */
    public Settings withoutSecrets() {
        var changed = new LinkedHashMap<>(values);
        Stream.of(Setting.values()).filter(Setting::isKeptHere).forEach(setting -> changed.put(setting.key(), ""));
        return new Settings(profile, changed);
    }

    /** Settings that differ from the profile's own values, in their usual order. */
    @JsonIgnore
    public List<Setting> changed() {
        return Stream.of(Setting.values()).filter(this::isChanged).toList();
    }

    public boolean isChanged(Setting setting) {
        return !text(setting).equals(Profile.of(profile).value(setting));
    }

    /** Every setting whose text is another one there, in their usual order. */
    public List<SettingChange> changesTo(Settings after) {
        return Stream.of(Setting.values())
                .filter(setting -> !text(setting).equals(after.text(setting)))
                .map(setting -> new SettingChange(setting, text(setting), after.text(setting)))
                .toList();
    }

    /** Takes over what was changed here, on top of another profile's values. */
    public Settings movedTo(Profile other) {
        var moved = other.settings();
        for (var setting : changed()) {
            moved = moved.with(setting, text(setting));
        }
        return moved;
    }
}

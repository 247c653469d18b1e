package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import java.util.function.Predicate;

/** The settings of a revision, those that differ from the profile with its own value beside. */
final class SettingsPanel extends Panel {
    /** Those that meet the condition, and whatever was changed. */
    SettingsPanel(String title, Revision revision, Predicate<Setting> shown) {
        super(title);
        var list = new KeyValueList();
        list.addClassName("hx-kv-pairs");
        var settings = revision.settings();
        var profile = Profile.of(settings.profile());
        for (var setting : Setting.values()) {
            var words = SettingWords.value(setting, settings.text(setting));
            if (settings.isChanged(setting)) {
                var own = SettingWords.value(setting, profile.value(setting));
                list.with(SettingWords.label(setting), words, Texts.get("setting.changed-from", own));
            } else if (shown.test(setting)) {
                list.with(SettingWords.label(setting), words);
            }
        }
        facts(settings.profile());
        padded(list);
    }
}

package ai.hexabase.console.installation.ui;

import ai.hexabase.console.manifest.Images;
import ai.hexabase.console.profile.Quantity;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingKind;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Texts;

/** What the screens say of settings. */
final class SettingWords {
    private SettingWords() {}

    static String label(Setting setting) {
        return Texts.get("setting." + setting.key());
    }

    /** One sentence on what the setting means, with what follows from the other settings. */
    static String help(Setting setting, Settings settings) {
        return switch (setting) {
            case CONTROL_PLANE_REPLICAS ->
                Texts.get(
                        "setting.control_plane_replicas.help",
                        number(settings.text(setting)),
                        settings.text(Setting.CPU_REQUEST),
                        settings.text(Setting.MEMORY_REQUEST));
            case DATABASE_REPLICAS -> Texts.get("setting.database_replicas.help", number(settings.text(setting)));
            case IMAGE_REGISTRY ->
                settings.text(setting).isEmpty()
                        ? plainHelp(setting)
                        : Texts.get("setting.image_registry.pulled", new Images(settings).controlPlane());
            default -> plainHelp(setting);
        };
    }

    /** The sentence before anything follows from other settings. */
    static String plainHelp(Setting setting) {
        return Texts.get("setting." + setting.key() + ".help");
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** What stands inside the field behind the value: the unit, or the amount in words. */
    static String suffix(Setting setting, String text) {
        return switch (setting.kind()) {
            case SettingKind.Cpu cpu ->
                Quantity.parse(text)
                        .filter(quantity -> text.endsWith("m"))
                        .map(quantity -> Texts.get("setting.cores", Formats.number(quantity.millis() / 1000.0, 2)))
                        .orElse("");
            case SettingKind.Count count when setting == Setting.BACKUP_RETENTION_DAYS -> Texts.get("setting.days");
            default -> "";
        };
    }

    /** A value as it is shown outside of its field. */
    static String value(Setting setting, String text) {
        if (text.isEmpty()) {
            return Texts.get("setting.none");
        }
        return switch (setting.kind()) {
            case SettingKind.Choice choice -> word(setting, text);
            case SettingKind.Password password -> Texts.get("setting.password.entered");
            case SettingKind.Certificate certificate -> Texts.get("setting.certificate.kept");
            case SettingKind.Count count
            when setting == Setting.BACKUP_RETENTION_DAYS && number(text) > 0 ->
                Texts.get("setting.days.count", number(text));
            default -> text;
        };
    }

    static String word(Setting setting, String word) {
        return Texts.get("setting." + setting.key() + "." + word);
    }
}

package ai.hexabase.console.profile;

/** A setting whose text differs between two settings of an installation. */
public record SettingChange(Setting setting, String before, String after) {}

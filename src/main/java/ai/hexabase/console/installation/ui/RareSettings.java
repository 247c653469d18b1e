package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Setting;
import java.util.EnumSet;
import java.util.Set;

/** Settings that most installations leave alone; screens fold them away until they differ or are looked for. */
final class RareSettings {
    private static final Set<Setting> ALL = EnumSet.of(
            Setting.BACKUP_COMPRESSION,
            Setting.BACKUP_ENCRYPTION,
            Setting.ZONE_SPREAD,
            Setting.NODE_LABELS,
            Setting.PRIORITY_CLASS,
            Setting.DATABASE_IMAGE,
            Setting.DATABASE_WAL_SIZE,
            Setting.DATABASE_NODE_LABELS,
            Setting.DATABASE_LOG_LEVEL,
            Setting.IMAGE_DIGEST,
            Setting.IMAGE_PULL_SECRET,
            Setting.IMAGE_PULL_POLICY,
            Setting.HEALTH_PATH,
            Setting.LOG_LEVEL,
            Setting.INIT_CPU_REQUEST,
            Setting.INIT_CPU_LIMIT,
            Setting.INIT_MEMORY_REQUEST,
            Setting.INIT_MEMORY_LIMIT,
            Setting.SOURCE_RANGES,
            Setting.SERVICE_ANNOTATIONS,
            Setting.HTTPS_PORT,
            Setting.API_PORT,
            Setting.HTTPS_NODE_PORT,
            Setting.UI_NODE_PORT,
            Setting.TRAFFIC_POLICY);

    private RareSettings() {}

    static boolean has(Setting setting) {
        return ALL.contains(setting);
    }
}

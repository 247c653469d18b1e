package ai.hexabase.console.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which settings say anything beside the others; one that does not is neither shown nor checked. */
final class SettingScope {
    private static final Map<Setting, Predicate<Settings>> CONDITIONS = conditions();

    private SettingScope() {}

    static boolean applies(Setting setting, Settings settings) {
        return CONDITIONS.getOrDefault(setting, anything -> true).test(settings);
    }

    private static Map<Setting, Predicate<Settings>> conditions() {
        var conditions = new EnumMap<Setting, Predicate<Settings>>(Setting.class);
        Predicate<Settings> operator = settings -> !settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL);
        Predicate<Settings> backup = operator.and(has(Setting.BACKUP_DESTINATION));
        Predicate<Settings> outside = settings -> !settings.is(Setting.SERVICE_TYPE, Setting.Words.CLUSTER_IP);
        put(conditions, operator.negate(), SettingRules.ONLY_EXTERNAL);
        put(
                conditions,
                operator,
                List.of(
                        Setting.DATABASE_REPLICAS,
                        Setting.DATABASE_STORAGE_SIZE,
                        Setting.DATABASE_STORAGE_CLASS,
                        Setting.DATABASE_CPU,
                        Setting.DATABASE_MEMORY,
                        Setting.DATABASE_IMAGE,
                        Setting.DATABASE_WAL_SIZE,
                        Setting.DATABASE_NODE_LABELS,
                        Setting.DATABASE_LOG_LEVEL,
                        Setting.BACKUP_DESTINATION,
                        Setting.BACKUP_RETENTION_DAYS));
        put(
                conditions,
                backup,
                List.of(
                        Setting.BACKUP_ENDPOINT,
                        Setting.BACKUP_CREDENTIALS,
                        Setting.BACKUP_SCHEDULE,
                        Setting.BACKUP_COMPRESSION,
                        Setting.BACKUP_ENCRYPTION));
        put(
                conditions,
                has(Setting.IMAGE_REGISTRY),
                List.of(Setting.IMAGE_PREFIX, Setting.REGISTRY_USER, Setting.REGISTRY_PASSWORD));
        put(conditions, outside, List.of(Setting.HTTPS_NODE_PORT, Setting.UI_NODE_PORT, Setting.TRAFFIC_POLICY));
        conditions.put(Setting.SOURCE_RANGES, is(Setting.SERVICE_TYPE, "LoadBalancer"));
        conditions.put(
                Setting.API_PORT, is(Setting.API_EXPOSURE, Setting.Words.OFF).negate());
        conditions.put(
                Setting.ZONE_SPREAD, settings -> settings.list(Setting.ZONES).size() > 1);
        conditions.put(
                Setting.TLS_CERTIFICATE,
                is(Setting.TLS_SOURCE, Setting.Words.KEPT).or(is(Setting.TLS_SOURCE, Setting.Words.SELF_MADE)));
        conditions.put(Setting.TLS_SECRET, is(Setting.TLS_SOURCE, Setting.Words.SECRET));
        return conditions;
    }

    private static void put(
            Map<Setting, Predicate<Settings>> conditions, Predicate<Settings> condition, Iterable<Setting> settings) {
        settings.forEach(setting -> conditions.put(setting, condition));
    }

    private static Predicate<Settings> has(Setting setting) {
        return settings -> !settings.text(setting).isEmpty();
    }

    private static Predicate<Settings> is(Setting setting, String word) {
        return settings -> settings.is(setting, word);
    }
}

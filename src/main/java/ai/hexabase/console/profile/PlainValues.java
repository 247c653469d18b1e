package ai.hexabase.console.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Values of settings that neither the document nor a proposal says anything about: each leaves Kubernetes, the operator
 * or the image to its own default. A revision that was made before such a setting existed means just that.
 */
final class PlainValues {
    private static final List<Setting> EMPTY = List.of(
            Setting.NODE_LABELS,
            Setting.PRIORITY_CLASS,
            Setting.DATABASE_IMAGE,
            Setting.DATABASE_WAL_SIZE,
            Setting.DATABASE_NODE_LABELS,
            Setting.IMAGE_REGISTRY,
            Setting.IMAGE_PREFIX,
            Setting.REGISTRY_USER,
            Setting.REGISTRY_PASSWORD,
            Setting.IMAGE_DIGEST,
            Setting.PUBLIC_NAMES,
            Setting.SOURCE_RANGES,
            Setting.SERVICE_ANNOTATIONS,
            Setting.HTTPS_NODE_PORT,
            Setting.UI_NODE_PORT,
            Setting.TLS_CERTIFICATE,
            Setting.TLS_SECRET);

    private PlainValues() {}

    static Map<Setting, String> all() {
        var values = new EnumMap<Setting, String>(Setting.class);
        values.put(Setting.BACKUP_COMPRESSION, "gzip");
        values.put(Setting.BACKUP_ENCRYPTION, Setting.Words.BUCKETS_OWN);
        values.put(Setting.ZONE_SPREAD, Setting.Words.STRICT);
        values.put(Setting.DATABASE_LOG_LEVEL, "info");
        values.put(Setting.IMAGE_PULL_POLICY, "IfNotPresent");
        values.put(Setting.LOG_LEVEL, Setting.Words.IMAGES_OWN);
        values.put(Setting.INIT_CPU_REQUEST, "100m");
        values.put(Setting.INIT_CPU_LIMIT, "500m");
        values.put(Setting.INIT_MEMORY_REQUEST, "128Mi");
        values.put(Setting.INIT_MEMORY_LIMIT, "512Mi");
        values.put(Setting.HTTPS_PORT, "443");
        values.put(Setting.API_PORT, "8080");
        values.put(Setting.TRAFFIC_POLICY, "Cluster");
        values.put(Setting.TLS_SOURCE, Setting.Words.IMAGES_OWN);
        EMPTY.forEach(setting -> values.put(setting, ""));
        return values;
    }
}

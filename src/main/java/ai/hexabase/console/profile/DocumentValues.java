package ai.hexabase.console.profile;

import java.util.EnumMap;
import java.util.Map;

/** The values of the document, and start values of our own where the document has none (database size, probes). */
final class DocumentValues {
    private DocumentValues() {}

    static Map<Setting, String> small() {
        var values = shared();
        values.put(Setting.MAX_VCLUSTERS, "20");
        values.put(Setting.DEFAULT_CPU_LIMIT, "2000m");
        values.put(Setting.DEFAULT_MEMORY_LIMIT, "4Gi");
        values.put(Setting.DEFAULT_STORAGE_LIMIT, "100Gi");
        values.put(Setting.CONTROL_PLANE_REPLICAS, "3");
        values.put(Setting.DATABASE_REPLICAS, "2");
        values.put(Setting.BACKUP_RETENTION_DAYS, "30");
        values.put(Setting.ZONES, "");
        values.put(Setting.CPU_REQUEST, "500m");
        values.put(Setting.MEMORY_REQUEST, "1Gi");
        values.put(Setting.CPU_LIMIT, "2000m");
        values.put(Setting.MEMORY_LIMIT, "4Gi");
        values.put(Setting.DATABASE_STORAGE_SIZE, "100Gi");
        values.put(Setting.DATABASE_CPU, "2");
        values.put(Setting.DATABASE_MEMORY, "8Gi");
        return values;
    }

    static Map<Setting, String> medium() {
        var values = shared();
        values.put(Setting.MAX_VCLUSTERS, "100");
        values.put(Setting.DEFAULT_CPU_LIMIT, "4000m");
        values.put(Setting.DEFAULT_MEMORY_LIMIT, "8Gi");
        values.put(Setting.DEFAULT_STORAGE_LIMIT, "500Gi");
        values.put(Setting.CONTROL_PLANE_REPLICAS, "5");
        values.put(Setting.DATABASE_REPLICAS, "3");
        values.put(Setting.BACKUP_RETENTION_DAYS, "90");
        values.put(Setting.ZONES, "zone-a,zone-b,zone-c");
        values.put(Setting.CPU_REQUEST, "1000m");
        values.put(Setting.MEMORY_REQUEST, "2Gi");
        values.put(Setting.CPU_LIMIT, "4000m");
        values.put(Setting.MEMORY_LIMIT, "8Gi");
        values.put(Setting.DATABASE_STORAGE_SIZE, "500Gi");
        values.put(Setting.DATABASE_CPU, "4");
        values.put(Setting.DATABASE_MEMORY, "16Gi");
        return values;
    }

    /** Values that are alike in every profile. */
    static Map<Setting, String> shared() {
        var values = new EnumMap<Setting, String>(Setting.class);
        values.put(Setting.BACKUP_DESTINATION, "");
        values.put(Setting.BACKUP_ENDPOINT, "");
        values.put(Setting.BACKUP_CREDENTIALS, "");
        values.put(Setting.BACKUP_SCHEDULE, "0 0 2 * * *");
        values.put(Setting.DATABASE_KIND, Setting.Words.CLOUD_NATIVE_PG);
        values.put(Setting.DATABASE_STORAGE_CLASS, "");
        values.put(Setting.DATABASE_HOST, "");
        values.put(Setting.DATABASE_PORT, "5432");
        values.put(Setting.DATABASE_NAME, "hexabase");
        values.put(Setting.DATABASE_USER, "hexabase");
        values.put(Setting.DATABASE_PASSWORD, "");
        values.put(Setting.CONTROL_PLANE_IMAGE, "hexabase/control-plane:1.5.0");
        values.put(Setting.IMAGE_PULL_SECRET, "");
        values.put(Setting.HEALTH_PATH, "/healthz");
        values.put(Setting.SERVICE_TYPE, "LoadBalancer");
        values.put(Setting.API_EXPOSURE, Setting.Words.LIKE_SERVICE);
        values.putAll(PlainValues.all());
        return values;
    }
}

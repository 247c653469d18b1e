package ai.hexabase.console.profile;

import java.util.Map;

/**
 * Values that are a proposal of this console: the document names large scale but gives it no values. They follow the
 * capacity figures that the makers of vCluster, Keycloak and CloudNativePG publish; why each is what it is stands in
 * {@code docs/decisions/2026-11-25-large-enterprise.md}. Kept apart from {@link DocumentValues}, so that nobody takes
 * one for the other.
 */
final class ProposedValues {
    private ProposedValues() {}

    static Map<Setting, String> large() {
        var values = DocumentValues.shared();
        values.put(Setting.MAX_VCLUSTERS, "500");
        values.put(Setting.DEFAULT_CPU_LIMIT, "16000m");
        values.put(Setting.DEFAULT_MEMORY_LIMIT, "32Gi");
        values.put(Setting.DEFAULT_STORAGE_LIMIT, "1Ti");
        values.put(Setting.CONTROL_PLANE_REPLICAS, "6");
        values.put(Setting.DATABASE_REPLICAS, "3");
        values.put(Setting.BACKUP_RETENTION_DAYS, "90");
        values.put(Setting.ZONES, "zone-a,zone-b,zone-c");
        values.put(Setting.CPU_REQUEST, "2000m");
        values.put(Setting.MEMORY_REQUEST, "4Gi");
        values.put(Setting.CPU_LIMIT, "8000m");
        values.put(Setting.MEMORY_LIMIT, "16Gi");
        values.put(Setting.DATABASE_STORAGE_SIZE, "2Ti");
        values.put(Setting.DATABASE_CPU, "16");
        values.put(Setting.DATABASE_MEMORY, "64Gi");
        values.put(Setting.API_EXPOSURE, Setting.Words.INSIDE_ONLY);
        return values;
    }
}

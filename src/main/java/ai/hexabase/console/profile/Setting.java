package ai.hexabase.console.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting of an installation; keys that the document has are the document's. */
public enum Setting {
    MAX_VCLUSTERS("max_vclusters", Section.TENANTS, new SettingKind.Count(1, 500)),
    DEFAULT_CPU_LIMIT("default_cpu_limit", Section.TENANTS, new SettingKind.Cpu(100, 1_024_000)),
    DEFAULT_MEMORY_LIMIT("default_memory_limit", Section.TENANTS, Units.bytes(Units.MI * 128, Units.TI * 4)),
    DEFAULT_STORAGE_LIMIT("default_storage_limit", Section.TENANTS, Units.bytes(Units.GI, Units.TI * 1024)),

    BACKUP_RETENTION_DAYS("backup_retention_days", Section.AVAILABILITY, new SettingKind.Count(1, 3650)),
    CONTROL_PLANE_REPLICAS("control_plane_replicas", Section.AVAILABILITY, new SettingKind.Count(1, 15)),
    DATABASE_REPLICAS("database_replicas", Section.AVAILABILITY, new SettingKind.Count(1, 9)),
    ZONES("zones", Section.AVAILABILITY, new SettingKind.Zones()),
    BACKUP_DESTINATION("backup_destination", Section.AVAILABILITY, new SettingKind.Bucket()),
    BACKUP_ENDPOINT("backup_endpoint", Section.AVAILABILITY, new SettingKind.Endpoint()),
    BACKUP_CREDENTIALS("backup_credentials_secret", Section.AVAILABILITY, new SettingKind.ObjectName(true)),
    BACKUP_SCHEDULE("backup_schedule", Section.AVAILABILITY, new SettingKind.Cron()),

    DATABASE_KIND("database_kind", Section.DATABASE, Words.of(Words.CLOUD_NATIVE_PG, Words.EXTERNAL)),
    DATABASE_STORAGE_SIZE("database_storage_size", Section.DATABASE, Units.bytes(Units.GI, Units.TI * 64)),
    DATABASE_STORAGE_CLASS("database_storage_class", Section.DATABASE, new SettingKind.ObjectName(true)),
    DATABASE_CPU("database_cpu", Section.DATABASE, new SettingKind.Cpu(100, 256_000)),
    DATABASE_MEMORY("database_memory", Section.DATABASE, Units.bytes(Units.MI * 256, Units.TI * 2)),
    DATABASE_HOST("database_host", Section.DATABASE, new SettingKind.Host()),
    DATABASE_PORT("database_port", Section.DATABASE, new SettingKind.Count(1, 65535)),
    DATABASE_NAME("database_name", Section.DATABASE, new SettingKind.DatabaseName()),
    DATABASE_USER("database_user", Section.DATABASE, new SettingKind.DatabaseName()),
    DATABASE_PASSWORD("database_password", Section.DATABASE, new SettingKind.Password()),

    CONTROL_PLANE_IMAGE("control_plane_image", Section.CONTROL_PLANE, new SettingKind.Image()),
    IMAGE_PULL_SECRET("image_pull_secret", Section.CONTROL_PLANE, new SettingKind.ObjectName(true)),
    CPU_REQUEST("control_plane_cpu_request", Section.CONTROL_PLANE, new SettingKind.Cpu(10, 256_000)),
    CPU_LIMIT("control_plane_cpu_limit", Section.CONTROL_PLANE, new SettingKind.Cpu(10, 256_000)),
    MEMORY_REQUEST("control_plane_memory_request", Section.CONTROL_PLANE, Units.bytes(Units.MI * 64, Units.TI * 2)),
    MEMORY_LIMIT("control_plane_memory_limit", Section.CONTROL_PLANE, Units.bytes(Units.MI * 64, Units.TI * 2)),
    HEALTH_PATH("control_plane_health_path", Section.CONTROL_PLANE, new SettingKind.UrlPath()),

    SERVICE_TYPE("service_type", Section.NETWORK, Words.of("LoadBalancer", "NodePort", "ClusterIP")),
    API_EXPOSURE("api_exposure", Section.NETWORK, Words.of(Words.LIKE_SERVICE, Words.INSIDE_ONLY));

    /** Settings that are decided together. */
    public enum Section {
        TENANTS,
        AVAILABILITY,
        DATABASE,
        CONTROL_PLANE,
        NETWORK;

        public List<Setting> settings() {
            return Arrays.stream(Setting.values())
                    .filter(setting -> setting.section == this)
                    .toList();
        }
    }

    /** The words of choices. */
    public static final class Words {
        /** The database runs in the cluster, under the CloudNativePG operator. */
        public static final String CLOUD_NATIVE_PG = "cloudnative-pg";
        /** The database is a PostgreSQL that somebody else runs. */
        public static final String EXTERNAL = "external";
        /** The plain API port 8080 is published as the document says, on the same Service as HTTPS. */
        public static final String LIKE_SERVICE = "published";
        /** The plain API port 8080 is reachable inside the cluster only. */
        public static final String INSIDE_ONLY = "inside-only";

        private Words() {}

        private static SettingKind of(String... words) {
            return new SettingKind.Choice(List.of(words));
        }
    }

    private static final class Units {
        private static final long MI = 1L << 20;
        private static final long GI = 1L << 30;
        private static final long TI = 1L << 40;

        private static SettingKind bytes(long least, long most) {
            return new SettingKind.Bytes(least, most);
        }
    }

    private final String key;
    private final Section section;
    private final SettingKind kind;

    Setting(String key, Section section, SettingKind kind) {
        this.key = key;
        this.section = section;
        this.kind = kind;
    }

    /** The name under which it is stored and given to Hexabase. */
    public String key() {
        return key;
    }

    public Section section() {
        return section;
    }

    public SettingKind kind() {
        return kind;
    }

    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}

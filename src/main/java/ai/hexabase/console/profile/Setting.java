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
    BACKUP_COMPRESSION("backup_compression", Section.AVAILABILITY, Words.of("gzip", "bzip2", "snappy")),
    BACKUP_ENCRYPTION("backup_encryption", Section.AVAILABILITY, Words.of(Words.BUCKETS_OWN, "AES256", "aws:kms")),
    ZONE_SPREAD("zone_spread", Section.AVAILABILITY, Words.of(Words.STRICT, Words.BEST_EFFORT)),
    NODE_LABELS("control_plane_node_labels", Section.AVAILABILITY, new SettingKind.Labels()),
    PRIORITY_CLASS("priority_class", Section.AVAILABILITY, new SettingKind.ObjectName(true)),

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
    DATABASE_IMAGE("database_image", Section.DATABASE, new SettingKind.Image(true)),
    DATABASE_WAL_SIZE("database_wal_size", Section.DATABASE, new SettingKind.OptionalBytes(Units.GI, Units.TI * 16)),
    DATABASE_NODE_LABELS("database_node_labels", Section.DATABASE, new SettingKind.Labels()),
    DATABASE_LOG_LEVEL("database_log_level", Section.DATABASE, Words.of("error", "warning", "info", "debug", "trace")),

    CONTROL_PLANE_IMAGE("control_plane_image", Section.IMAGES, new SettingKind.Image(false)),
    IMAGE_REGISTRY("image_registry", Section.IMAGES, new SettingKind.Registry()),
    IMAGE_PREFIX("image_path_prefix", Section.IMAGES, new SettingKind.ImagePath()),
    REGISTRY_USER("image_registry_user", Section.IMAGES, new SettingKind.AccountName()),
    REGISTRY_PASSWORD("image_registry_password", Section.IMAGES, new SettingKind.Password()),
    IMAGE_DIGEST("control_plane_image_digest", Section.IMAGES, new SettingKind.Digest()),
    IMAGE_PULL_SECRET("image_pull_secret", Section.IMAGES, new SettingKind.ObjectName(true)),
    IMAGE_PULL_POLICY("image_pull_policy", Section.IMAGES, Words.of("IfNotPresent", "Always")),

    CPU_REQUEST("control_plane_cpu_request", Section.CONTROL_PLANE, new SettingKind.Cpu(10, 256_000)),
    CPU_LIMIT("control_plane_cpu_limit", Section.CONTROL_PLANE, new SettingKind.Cpu(10, 256_000)),
    MEMORY_REQUEST("control_plane_memory_request", Section.CONTROL_PLANE, Units.bytes(Units.MI * 64, Units.TI * 2)),
    MEMORY_LIMIT("control_plane_memory_limit", Section.CONTROL_PLANE, Units.bytes(Units.MI * 64, Units.TI * 2)),
    HEALTH_PATH("control_plane_health_path", Section.CONTROL_PLANE, new SettingKind.UrlPath()),
    LOG_LEVEL(
            "control_plane_log_level",
            Section.CONTROL_PLANE,
            Words.of(Words.IMAGES_OWN, "error", "warn", "info", "debug")),
    INIT_CPU_REQUEST("init_cpu_request", Section.CONTROL_PLANE, new SettingKind.Cpu(10, 64_000)),
    INIT_CPU_LIMIT("init_cpu_limit", Section.CONTROL_PLANE, new SettingKind.Cpu(10, 64_000)),
    INIT_MEMORY_REQUEST("init_memory_request", Section.CONTROL_PLANE, Units.bytes(Units.MI * 16, Units.GI * 256)),
    INIT_MEMORY_LIMIT("init_memory_limit", Section.CONTROL_PLANE, Units.bytes(Units.MI * 16, Units.GI * 256)),

    SERVICE_TYPE("service_type", Section.NETWORK, Words.of("LoadBalancer", "NodePort", Words.CLUSTER_IP)),
    API_EXPOSURE("api_exposure", Section.NETWORK, Words.of(Words.LIKE_SERVICE, Words.INSIDE_ONLY, Words.OFF)),
    PUBLIC_NAMES("public_names", Section.NETWORK, new SettingKind.Hosts()),
    SOURCE_RANGES("load_balancer_source_ranges", Section.NETWORK, new SettingKind.Ranges()),
    SERVICE_ANNOTATIONS("service_annotations", Section.NETWORK, new SettingKind.Annotations()),
    HTTPS_PORT("https_port", Section.NETWORK, new SettingKind.Count(1, 65535)),
    API_PORT("api_port", Section.NETWORK, new SettingKind.Count(1, 65535)),
    HTTPS_NODE_PORT("https_node_port", Section.NETWORK, new SettingKind.NodePort()),
    UI_NODE_PORT("ui_node_port", Section.NETWORK, new SettingKind.NodePort()),
    TRAFFIC_POLICY("external_traffic_policy", Section.NETWORK, Words.of("Cluster", Words.LOCAL)),

    TLS_SOURCE(
            "tls_source", Section.CERTIFICATE, Words.of(Words.IMAGES_OWN, Words.KEPT, Words.SELF_MADE, Words.SECRET)),
    TLS_CERTIFICATE("tls_certificate", Section.CERTIFICATE, new SettingKind.Certificate()),
    TLS_SECRET("tls_secret", Section.CERTIFICATE, new SettingKind.ObjectName(true));

    /** Settings that are decided together. */
    public enum Section {
        TENANTS,
        AVAILABILITY,
        DATABASE,
        IMAGES,
        CONTROL_PLANE,
        NETWORK,
        CERTIFICATE;

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
        /** The plain API port 8080 has no Service at all. */
        public static final String OFF = "off";
        /** Services have an address inside the cluster only. */
        public static final String CLUSTER_IP = "ClusterIP";
        /** Traffic from outside goes to pods on the node it arrived at, and keeps its sender's address. */
        public static final String LOCAL = "Local";
        /** A pod that finds no room in its zone waits. */
        public static final String STRICT = "strict";
        /** A pod that finds no room in its zone goes to another one. */
        public static final String BEST_EFFORT = "best-effort";
        /** What the image does by itself; nothing is rendered. */
        public static final String IMAGES_OWN = "image";
        /** What the bucket does by itself; nothing is rendered. */
        public static final String BUCKETS_OWN = "bucket";
        /** A certificate that was given to the console, which keeps its key sealed. */
        public static final String KEPT = "kept";
        /** A certificate that the console made and nobody vouches for. */
        public static final String SELF_MADE = "self-made";
        /** A Secret that somebody else looks after. */
        public static final String SECRET = "secret";

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

    /** The text only stands for something that is kept sealed here, so it means nothing elsewhere. */
    public boolean isKeptHere() {
        return kind instanceof SettingKind.Password || kind instanceof SettingKind.Certificate;
    }

    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}

package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;
import static ai.hexabase.console.manifest.Tree.object;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database: a CloudNativePG cluster with its backups, or the connection to one that somebody else runs. */
record Database(Marks marks) {
    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";

    boolean isExternal() {
        return settings().is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL);
    }

    /** Backups are promised only where there is somewhere to put them. */
    boolean hasBackups() {
        return !isExternal() && !settings().text(Setting.BACKUP_DESTINATION).isEmpty();
    }

    String connectionSecret() {
        return isExternal() ? Names.DATABASE_EXTERNAL_SECRET : Names.DATABASE_APP_SECRET;
    }

    /** The same keys as the operator's own Secret, so that the control plane reads both alike. */
    KubeObject externalSecret() {
        var user = settings().text(Setting.DATABASE_USER);
        var password = marks.input().secrets().databasePassword();
        var host = settings().text(Setting.DATABASE_HOST);
        var port = settings().text(Setting.DATABASE_PORT);
        var name = settings().text(Setting.DATABASE_NAME);
        var shownHost = host.contains(":") ? "[" + host + "]" : host;
        var uri = "postgresql://" + encode(user) + ":" + encode(password) + "@" + shownHost + ":" + port + "/"
                + encode(name) + "?sslmode=require";
        return Secrets.of(
                marks.metadata(Names.DATABASE_EXTERNAL_SECRET, "database"),
                "Opaque",
                map(
                        "host", host,
                        "port", port,
                        "dbname", name,
                        "username", user,
                        "password", password,
                        "uri", uri));
    }

    KubeObject cluster() {
        var settings = settings();
        var images = new Images(settings);
        var resources =
                map("cpu", settings.text(Setting.DATABASE_CPU), "memory", settings.text(Setting.DATABASE_MEMORY));
        return object(
                ResourceKind.DATABASE_CLUSTER,
                marks.metadata(Names.DATABASE, "database"),
                "spec",
                map(
                        "instances",
                        settings.number(Setting.DATABASE_REPLICAS),
                        "imageName",
                        images.database(),
                        "logLevel",
                        settings.is(Setting.DATABASE_LOG_LEVEL, "info")
                                ? null
                                : settings.text(Setting.DATABASE_LOG_LEVEL),
                        "priorityClassName",
                        Pods.priorityClass(settings),
                        "bootstrap",
                        map("initdb", map("database", "hexabase", "owner", "hexabase")),
                        "storage",
                        volume(Setting.DATABASE_STORAGE_SIZE),
                        "walStorage",
                        settings.text(Setting.DATABASE_WAL_SIZE).isEmpty() ? null : volume(Setting.DATABASE_WAL_SIZE),
                        "resources",
                        map("requests", resources, "limits", resources),
                        "affinity",
                        affinity(),
                        "imagePullSecrets",
                        images.pullSecrets(),
                        "inheritedMetadata",
                        map("labels", marks.common("database")),
                        "plugins",
                        hasBackups() ? list(plugin()) : null));
    }

    private Map<String, Object> volume(Setting size) {
        return map("size", settings().text(size), "storageClass", storageClass());
    }

    private Map<String, Object> affinity() {
        var zones = settings().list(Setting.ZONES);
        return map(
                "enablePodAntiAffinity",
                true,
                "podAntiAffinityType",
                "preferred",
                "topologyKey",
                zones.isEmpty() ? Pods.HOST : Pods.ZONE,
                "nodeSelector",
                Pods.nodeLabels(settings(), Setting.DATABASE_NODE_LABELS),
                "nodeAffinity",
                zones.isEmpty() ? null : Pods.inZones(zones));
    }

    private static Map<String, Object> plugin() {
        return map("name", PLUGIN, "isWALArchiver", true, "parameters", map("barmanObjectName", Names.BACKUP));
    }

    /** Where backups go and how long they are kept. */
    KubeObject objectStore() {
        var settings = settings();
        var endpoint = settings.text(Setting.BACKUP_ENDPOINT);
        return object(
                ResourceKind.BACKUP_STORE,
                marks.metadata(Names.BACKUP, "database"),
                "spec",
                map(
                        "retentionPolicy",
                        settings.text(Setting.BACKUP_RETENTION_DAYS) + "d",
                        "configuration",
                        map(
                                "destinationPath",
                                settings.text(Setting.BACKUP_DESTINATION),
                                "endpointURL",
                                endpoint.isEmpty() ? null : endpoint,
                                "s3Credentials",
                                map("accessKeyId", key("ACCESS_KEY_ID"), "secretAccessKey", key("ACCESS_SECRET_KEY")),
                                "wal",
                                kept(settings.text(Setting.BACKUP_COMPRESSION)),
                                "data",
                                encryption() == null ? null : kept(null))));
    }

    private Map<String, Object> kept(@Nullable String compression) {
        return map("compression", compression, "encryption", encryption());
    }

    /** Null leaves it to the bucket. */
    private @Nullable String encryption() {
        return settings().is(Setting.BACKUP_ENCRYPTION, Setting.Words.BUCKETS_OWN)
                ? null
                : settings().text(Setting.BACKUP_ENCRYPTION);
    }

    private Map<String, Object> key(String key) {
        return map("name", settings().text(Setting.BACKUP_CREDENTIALS), "key", key);
    }

    KubeObject scheduledBackup() {
        return object(
                ResourceKind.SCHEDULED_BACKUP,
                marks.metadata(Names.BACKUP, "database"),
                "spec",
                map(
                        "schedule",
                        settings().text(Setting.BACKUP_SCHEDULE),
                        "backupOwnerReference",
                        "self",
                        "cluster",
                        map("name", Names.DATABASE),
                        "method",
                        "plugin",
                        "pluginConfiguration",
                        map("name", PLUGIN)));
    }

    private @Nullable String storageClass() {
        var storageClass = settings().text(Setting.DATABASE_STORAGE_CLASS);
        return storageClass.isEmpty() ? null : storageClass;
    }

    private Settings settings() {
        return marks.input().settings();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

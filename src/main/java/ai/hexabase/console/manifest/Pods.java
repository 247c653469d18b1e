package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;

import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of pods that pass the {@code restricted} pod security standard. */
record Pods(Settings settings, Configuration configuration, Database database) {
    static final String ZONE = "topology.kubernetes.io/zone";
    static final String HOST = "kubernetes.io/hostname";
    private static final int USER = 65532;

    static Map<String, Object> podSecurity() {
        return map(
                "runAsNonRoot",
                true,
                "runAsUser",
                USER,
                "runAsGroup",
                USER,
                "fsGroup",
                USER,
                "seccompProfile",
                map("type", "RuntimeDefault"));
    }

    static Map<String, Object> containerSecurity() {
        return map(
                "allowPrivilegeEscalation",
                false,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                map("drop", list("ALL")));
    }

    /** Values come from the mounted configuration itself: one source of truth. */
    List<Object> environment() {
        return list(
                fromConfiguration("DEPLOYMENT_PROFILE", "deployment_profile"),
                fromConfiguration("MAX_VCLUSTERS", Setting.MAX_VCLUSTERS.key()),
                map(
                        "name",
                        "DATABASE_URL",
                        "valueFrom",
                        map("secretKeyRef", map("name", database.connectionSecret(), "key", "uri"))));
    }

    private Object fromConfiguration(String name, String key) {
        return map("name", name, "valueFrom", map("configMapKeyRef", map("name", configuration.name(), "key", key)));
    }

    static List<Object> mounts() {
        return list(
                map("name", "config", "mountPath", Configuration.MOUNT, "readOnly", true),
                map("name", "tmp", "mountPath", "/tmp"));
    }

    List<Object> volumes() {
        return list(
                map("name", "config", "configMap", map("name", configuration.name())),
                map("name", "tmp", "emptyDir", map("sizeLimit", "256Mi")));
    }

    static @Nullable String priorityClass(Settings settings) {
        var name = settings.text(Setting.PRIORITY_CLASS);
        return name.isEmpty() ? null : name;
    }

    /** Null leaves every node open. */
    static @Nullable Map<String, String> nodeLabels(Settings settings, Setting labels) {
        var wanted = settings.pairs(labels);
        return wanted.isEmpty() ? null : wanted;
    }

    /** Keeps pods to the chosen zones; null when none were chosen. */
    @Nullable
    Map<String, Object> affinity() {
        var zones = settings.list(Setting.ZONES);
        return zones.isEmpty() ? null : map("nodeAffinity", inZones(zones));
    }

    static Map<String, Object> inZones(List<String> zones) {
        return map(
                "requiredDuringSchedulingIgnoredDuringExecution",
                map(
                        "nodeSelectorTerms",
                        list(map("matchExpressions", list(map("key", ZONE, "operator", "In", "values", zones))))));
    }

    /** Over zones strictly when zones were chosen and not said otherwise, else as well as it goes; over nodes likewise. */
    List<Object> spread() {
        var zones = settings.list(Setting.ZONES).size();
        var replicas = settings.number(Setting.CONTROL_PLANE_REPLICAS);
        var overZones = zones > 1 && settings.is(Setting.ZONE_SPREAD, Setting.Words.STRICT)
                ? spread(ZONE, "DoNotSchedule", Math.min(zones, replicas))
                : spread(ZONE, "ScheduleAnyway", null);
        return list(overZones, spread(HOST, "ScheduleAnyway", null));
    }

    private static Object spread(String key, String otherwise, @Nullable Integer domains) {
        return map(
                "maxSkew",
                1,
                "topologyKey",
                key,
                "whenUnsatisfiable",
                otherwise,
                "minDomains",
                domains,
                "labelSelector",
                map("matchLabels", Marks.CONTROL_PLANE),
                "matchLabelKeys",
                list("pod-template-hash"));
    }
}

package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration that Hexabase reads: the document's keys and values, in a form that an API server accepts. */
final class Configuration {
    static final String MOUNT = "/etc/hexabase";
    static final String INIT_FILE = "init-config.yaml";
    private static final List<Setting> QUOTAS =
            List.of(Setting.DEFAULT_CPU_LIMIT, Setting.DEFAULT_MEMORY_LIMIT, Setting.DEFAULT_STORAGE_LIMIT);
    private static final List<Setting> AVAILABILITY =
            List.of(Setting.CONTROL_PLANE_REPLICAS, Setting.DATABASE_REPLICAS, Setting.BACKUP_RETENTION_DAYS);

    private final Settings settings;
    private final Map<String, Object> data;

    Configuration(Settings settings) {
        this.settings = settings;
        this.data = data();
    }

    /** The name changes with the content, so that pods roll when it changes and never see half of it. */
    String name() {
        var content = data.entrySet().stream()
                .map(entry -> entry.getKey() + "\0" + entry.getValue())
                .collect(Collectors.joining("\0"));
        var hash = HexFormat.of().formatHex(ApplySet.sha256(content)).substring(0, 10);
        return "hexabase-" + settings.profile() + "-config-" + hash;
    }

    KubeObject object(Marks marks) {
        return Tree.object(
                ResourceKind.CONFIG_MAP, marks.metadata(name(), "configuration"), "data", data, "immutable", true);
    }

    private Map<String, Object> data() {
        var flat = Tree.map("deployment_profile", settings.profile());
        flat.put(Setting.MAX_VCLUSTERS.key(), settings.text(Setting.MAX_VCLUSTERS));
        QUOTAS.forEach(setting -> flat.put(setting.key(), settings.text(setting)));
        AVAILABILITY.forEach(setting -> flat.put(setting.key(), settings.text(setting)));
        flat.put(Setting.ZONES.key(), String.join(",", settings.list(Setting.ZONES)));
        flat.put("profile.yaml", profile());
        flat.put("vcluster-policies.yaml", tenantPolicies());
        flat.put(INIT_FILE, init());
        return flat;
    }

    /** The document's own structure, as one YAML document. */
    private String profile() {
        var yaml = new StringBuilder();
        line(yaml, "deployment_profile", settings.profile());
        line(yaml, Setting.MAX_VCLUSTERS.key(), settings.text(Setting.MAX_VCLUSTERS));
        yaml.append("resource_quotas:\n");
        QUOTAS.forEach(setting -> line(yaml.append("  "), setting.key(), settings.text(setting)));
        yaml.append("high_availability:\n");
        AVAILABILITY.forEach(setting -> line(yaml.append("  "), setting.key(), settings.text(setting)));
        var zones = settings.list(Setting.ZONES);
        if (!zones.isEmpty()) {
            yaml.append("zones:\n");
            zones.forEach(zone -> yaml.append("  - \"").append(zone).append("\"\n"));
        }
        return yaml.toString();
    }

    /** The quotas where they mean something to Kubernetes: vCluster's own policies, for each tenant's namespace. */
    private String tenantPolicies() {
        var cpu = settings.text(Setting.DEFAULT_CPU_LIMIT);
        var memory = settings.text(Setting.DEFAULT_MEMORY_LIMIT);
        var yaml = new StringBuilder("policies:\n  resourceQuota:\n    enabled: true\n    quota:\n");
        line(yaml.append("      "), "requests.cpu", cpu);
        line(yaml.append("      "), "limits.cpu", cpu);
        line(yaml.append("      "), "requests.memory", memory);
        line(yaml.append("      "), "limits.memory", memory);
        line(yaml.append("      "), "requests.storage", settings.text(Setting.DEFAULT_STORAGE_LIMIT));
        return yaml.append("  limitRange:\n    enabled: true\n").toString();
    }

    private String init() {
        var yaml = new StringBuilder("profile_file: \"" + MOUNT + "/profile.yaml\"\n");
        yaml.append("vcluster_policies_file: \"" + MOUNT + "/vcluster-policies.yaml\"\n");
        yaml.append("database:\n  url_from_env: \"DATABASE_URL\"\n");
        return yaml.append("idempotent: true\n").toString();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": \"").append(value).append("\"\n");
    }
}

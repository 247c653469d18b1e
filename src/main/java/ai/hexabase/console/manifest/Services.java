package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;
import static ai.hexabase.console.manifest.Tree.object;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the control plane is reached: its Services. */
record Services(Marks marks) {
    List<KubeObject> all() {
        var https = port("https", Setting.HTTPS_PORT, 8443, Setting.HTTPS_NODE_PORT);
        var services = new ArrayList<KubeObject>();
        switch (settings().text(Setting.API_EXPOSURE)) {
            case Setting.Words.LIKE_SERVICE -> services.add(published(Names.CONTROL_PLANE_SERVICE, https, api()));
            case Setting.Words.INSIDE_ONLY -> {
                services.add(published(Names.CONTROL_PLANE_SERVICE, https));
                services.add(inside(Names.API_SERVICE, api()));
            }
            default -> services.add(published(Names.CONTROL_PLANE_SERVICE, https));
        }
        services.add(published(Names.UI_SERVICE, port("https", Setting.HTTPS_PORT, 8443, Setting.UI_NODE_PORT)));
        return services;
    }

    private Object api() {
        return port("api", Setting.API_PORT, 8080, null);
    }

    private KubeObject published(String name, Object... ports) {
        var type = settings().text(Setting.SERVICE_TYPE);
        var isInside = type.equals(Setting.Words.CLUSTER_IP);
        var ranges = type.equals("LoadBalancer") ? settings().list(Setting.SOURCE_RANGES) : List.of();
        var isLocal = settings().is(Setting.TRAFFIC_POLICY, Setting.Words.LOCAL);
        var metadata = marks.metadata(name, "networking");
        var annotations = settings().pairs(Setting.SERVICE_ANNOTATIONS);
        if (!annotations.isEmpty()) {
            metadata.put("annotations", annotations);
        }
        return service(
                metadata,
                map(
                        "type",
                        type,
                        "selector",
                        Marks.CONTROL_PLANE,
                        "ports",
                        list(ports),
                        "loadBalancerSourceRanges",
                        ranges.isEmpty() ? null : ranges,
                        "externalTrafficPolicy",
                        isLocal && !isInside ? Setting.Words.LOCAL : null));
    }

    private KubeObject inside(String name, Object... ports) {
        return service(
                marks.metadata(name, "networking"),
                map("type", Setting.Words.CLUSTER_IP, "selector", Marks.CONTROL_PLANE, "ports", list(ports)));
    }

    private static KubeObject service(Map<String, Object> metadata, Map<String, Object> spec) {
        return object(ResourceKind.SERVICE, metadata, "spec", spec);
    }

    private Object port(String name, Setting port, int target, @Nullable Setting nodePort) {
        return map(
                "name",
                name,
                "port",
                settings().number(port),
                "targetPort",
                target,
                "protocol",
                "TCP",
                "nodePort",
                nodePort == null ? null : nodePort(nodePort));
    }

    private @Nullable Integer nodePort(Setting setting) {
        return settings().text(setting).isEmpty() || settings().is(Setting.SERVICE_TYPE, Setting.Words.CLUSTER_IP)
                ? null
                : settings().number(setting);
    }

    private Settings settings() {
        return marks.input().settings();
    }
}

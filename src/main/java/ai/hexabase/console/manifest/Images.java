package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.map;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where images come from, and what opens the door there. */
public record Images(Settings settings) {
    /** The full name, as every pod pulls it. */
    public String controlPlane() {
        var digest = settings.text(Setting.IMAGE_DIGEST);
        return moved(settings.text(Setting.CONTROL_PLANE_IMAGE)) + (digest.isEmpty() ? "" : "@" + digest);
    }

    /** Null leaves the choice to the operator. */
    @Nullable
    String database() {
        var image = settings.text(Setting.DATABASE_IMAGE);
        return image.isEmpty() ? null : moved(image);
    }

    /** The image's own name, behind the registry and path of the settings. */
    private String moved(String image) {
        var registry = settings.text(Setting.IMAGE_REGISTRY);
        var prefix = settings.text(Setting.IMAGE_PREFIX);
        return registry.isEmpty() ? image : registry + "/" + (prefix.isEmpty() ? "" : prefix + "/") + image;
    }

    String pullPolicy() {
        return settings.text(Setting.IMAGE_PULL_POLICY);
    }

    /** Null when the registry lets everybody in. */
    @Nullable
    List<Object> pullSecrets() {
        var secrets = new ArrayList<Object>();
        var named = settings.text(Setting.IMAGE_PULL_SECRET);
        if (!named.isEmpty()) {
            secrets.add(map("name", named));
        }
        if (hasAccount()) {
            secrets.add(map("name", Names.REGISTRY_SECRET));
        }
        return secrets.isEmpty() ? null : secrets;
    }

    boolean hasAccount() {
        return !settings.text(Setting.IMAGE_REGISTRY).isEmpty()
                && !settings.text(Setting.REGISTRY_USER).isEmpty();
    }

    /** The account at the registry, in the form that the kubelet reads. */
    KubeObject secret(Marks marks) {
        var user = settings.text(Setting.REGISTRY_USER);
        var password = marks.input().secrets().registryPassword();
        var account = map("username", user, "password", password, "auth", Secrets.base64(user + ":" + password));
        var config = map("auths", map(settings.text(Setting.IMAGE_REGISTRY), account));
        return Secrets.of(
                marks.metadata(Names.REGISTRY_SECRET, "platform"),
                "kubernetes.io/dockerconfigjson",
                map(".dockerconfigjson", JsonMapper.shared().writeValueAsString(config)));
    }
}

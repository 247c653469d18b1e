package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Secrets from texts in clear. */
final class Secrets {
    private Secrets() {}

    static KubeObject of(Map<String, Object> metadata, String type, Map<String, Object> texts) {
        var data = new LinkedHashMap<String, Object>();
        texts.forEach((key, text) -> data.put(key, base64(text.toString())));
        return Tree.object(ResourceKind.SECRET, metadata, "type", type, "data", data);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

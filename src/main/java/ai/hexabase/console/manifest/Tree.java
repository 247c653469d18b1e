package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small words to write objects as trees. */
final class Tree {
    private Tree() {}

    /** A map of alternating names and values, in this order; parts whose value is null are left out. */
    static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            var value = namesAndValues[index + 1];
            if (value != null) {
                map.put(String.valueOf(namesAndValues[index]), value);
            }
        }
        return map;
    }

    static List<Object> list(Object... items) {
        return Arrays.asList(items);
    }

    static KubeObject object(ResourceKind kind, Map<String, Object> metadata, @Nullable Object... rest) {
        var tree = map("apiVersion", kind.apiVersion(), "kind", kind.kind(), "metadata", metadata);
        tree.putAll(map(rest));
        return KubeObject.of(tree);
    }
}

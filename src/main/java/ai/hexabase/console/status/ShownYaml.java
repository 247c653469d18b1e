package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as YAML for people: without bookkeeping; values of variables whose names speak of secrets are covered. */
final class ShownYaml {
    private static final Pattern SECRET =
            Pattern.compile("PASSWORD|PASSWD|SECRET|TOKEN|KEY|CREDENTIAL|DSN", Pattern.CASE_INSENSITIVE);
    private static final List<String> POD_SPECS = List.of("/spec", "/spec/template/spec");

    private ShownYaml() {}

    static String of(KubeObject object) {
        var tree = object.tree();
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        for (var spec : POD_SPECS) {
            for (var list : List.of("containers", "initContainers")) {
                for (var container : tree.at(spec).path(list)) {
                    container.path("env").forEach(ShownYaml::cover);
                }
            }
        }
        return Yaml.write(tree);
    }

    private static void cover(JsonNode variable) {
        if (variable instanceof ObjectNode node
                && node.has("value")
                && SECRET.matcher(node.path("name").asString("")).find()) {
            node.put("value", "••••••");
        }
    }
}

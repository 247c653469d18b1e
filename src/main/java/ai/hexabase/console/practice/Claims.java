package ai.hexabase.console.practice;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The volume claims that a pod uses. */
final class Claims {
    private Claims() {}

    static List<String> of(JsonNode pod) {
        return Trees.each(pod.at("/spec/volumes"))
                .map(volume -> Trees.text(volume, "/persistentVolumeClaim/claimName"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}

package ai.hexabase.console.practice;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** How dear a pod is to its node. */
final class QualityOfService {
    private QualityOfService() {}

    static String of(JsonNode podSpec) {
        var containers = Trees.each(podSpec.path("containers")).toList();
        if (containers.stream()
                .allMatch(container -> container.path("resources").isEmpty())) {
            return "BestEffort";
        }
        return containers.stream().allMatch(QualityOfService::guaranteed) ? "Guaranteed" : "Burstable";
    }

    private static boolean guaranteed(JsonNode container) {
        return List.of("cpu", "memory").stream().allMatch(resource -> {
            var limit = container.at("/resources/limits/" + resource);
            return !limit.isMissingNode() && limit.equals(container.at("/resources/requests/" + resource));
        });
    }
}

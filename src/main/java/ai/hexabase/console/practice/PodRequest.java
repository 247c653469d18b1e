package ai.hexabase.console.practice;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a pod asks for, added up over its containers as the scheduler and quotas do. */
final class PodRequest {
    private PodRequest() {}

    /** @param section {@code requests} or {@code limits} */
    static Map<String, BigDecimal> total(JsonNode podSpec, String section) {
        var total = new TreeMap<String, BigDecimal>();
        podSpec.path("containers").forEach(container -> add(total, container, section));
        podSpec.path("initContainers").forEach(container -> atLeast(total, container, section));
        return total;
    }

    static BigDecimal request(JsonNode podSpec, String resource) {
        return total(podSpec, "requests").getOrDefault(resource, BigDecimal.ZERO);
    }

    private static void add(Map<String, BigDecimal> total, JsonNode container, String section) {
        container
                .at("/resources/" + section)
                .properties()
                .forEach(entry -> total.merge(entry.getKey(), Amounts.of(entry.getValue()), BigDecimal::add));
    }

    private static void atLeast(Map<String, BigDecimal> total, JsonNode container, String section) {
        container
                .at("/resources/" + section)
                .properties()
                .forEach(entry -> total.merge(entry.getKey(), Amounts.of(entry.getValue()), BigDecimal::max));
    }
}

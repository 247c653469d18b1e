package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the resource quotas of a namespace allow and what is used of them. */
record Quota(Shelf shelf) {
    private static final List<String> MUST_SAY =
            List.of("limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

    /** Why the quotas of its namespace do not let the object in; empty when they do. */
    Optional<String> refusal(ObjectNode object) {
        var asked = usage(object);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        for (var quota : shelf.in(Meta.namespace(object), ResourceKind.RESOURCE_QUOTA)) {
            var refusal = refusal(quota, object, asked);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<String> refusal(ObjectNode quota, ObjectNode object, Map<String, BigDecimal> asked) {
        var hard = quota.at("/spec/hard");
        var missing = missing(hard, object, asked);
        if (!missing.isEmpty()) {
            return Optional.of("failed quota: " + Meta.name(quota) + ": must specify " + missing);
        }
        var used = used(quota);
        var exceeded = asked.entrySet().stream()
                .filter(ask -> hard.has(ask.getKey()))
                .filter(ask -> ask.getValue()
                                .add(used.getOrDefault(ask.getKey(), BigDecimal.ZERO))
                                .compareTo(Amounts.of(hard.path(ask.getKey())))
                        > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return exceeded.isEmpty()
                ? Optional.empty()
                : Optional.of(words(Meta.name(quota), exceeded, asked, used, hard));
    }

    static String words(
            String quota,
            List<String> exceeded,
            Map<String, BigDecimal> asked,
            Map<String, BigDecimal> used,
            JsonNode hard) {
        return "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                .formatted(
                        quota,
                        shown(exceeded, asked),
                        shown(exceeded, used),
                        exceeded.stream()
                                .map(name -> name + "=" + hard.path(name).asString(""))
                                .collect(Collectors.joining(",")));
    }

    private static String shown(List<String> names, Map<String, BigDecimal> amounts) {
        return names.stream()
                .map(name -> name + "=" + Amounts.text(amounts.getOrDefault(name, BigDecimal.ZERO)))
                .collect(Collectors.joining(","));
    }

    /** Pods must say what a quota on cpu or memory counts. */
    private static String missing(JsonNode hard, ObjectNode object, Map<String, BigDecimal> asked) {
        if (Meta.kind(object) != ResourceKind.POD) {
            return "";
        }
        return MUST_SAY.stream()
                .filter(name -> hard.has(name) || hard.has(shortName(name)))
                .filter(name -> !asked.containsKey(name))
                .map(name -> name + " for: " + containerNames(object, name))
                .collect(Collectors.joining("; "));
    }

    private static String shortName(String name) {
        return name.startsWith("requests.") ? name.substring("requests.".length()) : name;
    }

    private static String containerNames(ObjectNode pod, String name) {
        var pointer = "/resources/" + name.replace('.', '/');
        return Trees.each(pod.at("/spec/containers"))
                .filter(container -> !Trees.has(container, pointer))
                .map(container -> Trees.text(container, "/name"))
                .collect(Collectors.joining(","));
    }

    /** What the namespace's objects use of the quota. */
    Map<String, BigDecimal> used(ObjectNode quota) {
        var namespace = Meta.namespace(quota);
        var used = new TreeMap<String, BigDecimal>();
        for (var kind : List.of(ResourceKind.POD, ResourceKind.PERSISTENT_VOLUME_CLAIM)) {
            shelf.in(namespace, kind)
                    .forEach(object ->
                            usage(object).forEach((name, amount) -> used.merge(name, amount, BigDecimal::add)));
        }
        used.keySet().retainAll(Trees.texts(quota.at("/spec/hard")).keySet());
        Trees.texts(quota.at("/spec/hard")).keySet().forEach(name -> used.putIfAbsent(name, BigDecimal.ZERO));
        return used;
    }

    private static Map<String, BigDecimal> usage(ObjectNode object) {
        var usage = new TreeMap<String, BigDecimal>();
        var kind = Meta.kind(object);
        if (kind == ResourceKind.POD && !PodState.ended(object)) {
            PodRequest.total(object.path("spec"), "requests").forEach((name, amount) -> {
                usage.put("requests." + name, amount);
                usage.put(name, amount);
            });
            PodRequest.total(object.path("spec"), "limits")
                    .forEach((name, amount) -> usage.put("limits." + name, amount));
            usage.put("pods", BigDecimal.ONE);
            usage.put("count/pods", BigDecimal.ONE);
        } else if (kind == ResourceKind.PERSISTENT_VOLUME_CLAIM) {
            usage.put("requests.storage", Amounts.of(object.at("/spec/resources/requests/storage")));
            usage.put("persistentvolumeclaims", BigDecimal.ONE);
        }
        return usage;
    }
}

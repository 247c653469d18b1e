package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether and how well nodes fit a pod. */
final class NodeFit {
    private static final String NO_SPREAD = "node(s) didn't match pod topology spread constraints";

    private final ObjectNode pod;
    private final List<ObjectNode> pods;
    private final List<ObjectNode> nodes;
    private final List<ObjectNode> alike;

    NodeFit(ObjectNode pod, Shelf shelf) {
        this.pod = pod;
        this.pods = shelf.all(ResourceKind.POD).stream()
                .filter(other -> !PodState.node(other).isEmpty() && !PodState.ended(other))
                .toList();
        this.nodes = shelf.all(ResourceKind.NODE);
        var owner = Meta.controller(pod)
                .map(reference -> Trees.text(reference, "/uid"))
                .orElse("");
        this.alike = pods.stream()
                .filter(other -> !owner.isEmpty() && Deletion.isOwnedBy(other, owner) && !Meta.deleting(other))
                .toList();
    }

    /** Why the node is no place for the pod, in the scheduler's words; empty when it is one. */
    List<String> refusals(ObjectNode node) {
        if (Trees.flag(node, "/spec/unschedulable")) {
            return List.of("node(s) were unschedulable");
        }
        var taint = taint(node);
        if (taint.isPresent()) {
            return List.of("node(s) had untolerated taint {" + taint.get() + "}");
        }
        if (!selected(node)) {
            return List.of("node(s) didn't match Pod's node affinity/selector");
        }
        var missing = missing(node);
        if (!missing.isEmpty()) {
            return missing;
        }
        return spreads(node) ? List.of() : List.of(NO_SPREAD);
    }

    private Optional<String> taint(ObjectNode node) {
        return Trees.each(node.at("/spec/taints"))
                .filter(taint -> !Trees.text(taint, "/effect").equals("PreferNoSchedule"))
                .filter(taint -> !tolerated(taint))
                .map(taint -> Trees.text(taint, "/key") + ": " + Trees.text(taint, "/value"))
                .findFirst();
    }

    private boolean tolerated(JsonNode taint) {
        return Trees.each(pod.at("/spec/tolerations"))
                .filter(toleration -> !toleration.has("effect")
                        || Trees.text(toleration, "/effect").equals(Trees.text(taint, "/effect")))
                .anyMatch(toleration -> !toleration.has("key")
                        || (Trees.text(toleration, "/key").equals(Trees.text(taint, "/key"))
                                && (Trees.text(toleration, "/operator").equals("Exists")
                                        || Trees.text(toleration, "/value").equals(Trees.text(taint, "/value")))));
    }

    private boolean selected(ObjectNode node) {
        var labels = Meta.labels(node);
        if (!LabelSelector.ofLabels(pod.at("/spec/nodeSelector")).matches(labels)) {
            return false;
        }
        var terms = pod.at(
                "/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution" + "/nodeSelectorTerms");
        return terms.isEmpty()
                || Trees.each(terms).anyMatch(term -> LabelSelector.of(term).matches(labels));
    }

    private List<String> missing(ObjectNode node) {
        var there = Capacity.on(node, pods);
        var missing = new ArrayList<String>();
        if (BigDecimal.valueOf(there.size() + 1).compareTo(Capacity.allocatable(node, "pods")) > 0) {
            missing.add("Too many pods");
        }
        for (var resource : List.of("cpu", "memory")) {
            var wanted = PodRequest.request(pod.path("spec"), resource);
            var free = Capacity.allocatable(node, resource).subtract(Capacity.requested(there, resource));
            if (wanted.signum() > 0 && wanted.compareTo(free) > 0) {
                missing.add("Insufficient " + resource);
            }
        }
        return missing;
    }

    private boolean spreads(ObjectNode node) {
        return Trees.each(pod.at("/spec/topologySpreadConstraints"))
                .filter(rule -> Trees.text(rule, "/whenUnsatisfiable").equals("DoNotSchedule"))
                .allMatch(rule -> spreads(node, rule));
    }

    private boolean spreads(ObjectNode node, JsonNode rule) {
        var key = Trees.text(rule, "/topologyKey");
        var domain = Meta.labels(node).get(key);
        if (domain == null) {
            return false;
        }
        var counts = nodes.stream()
                .filter(this::selected)
                .map(other -> Meta.labels(other).getOrDefault(key, ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), name -> in(key, name)));
        boolean tooFew = counts.size() < Trees.number(rule, "/minDomains", 1);
        long least = tooFew
                ? 0
                : counts.values().stream().mapToLong(Long::longValue).min().orElse(0);
        return counts.getOrDefault(domain, 0L) + 1 - least <= Trees.number(rule, "/maxSkew", 1);
    }

    private long in(String key, String domain) {
        var names = nodes.stream()
                .filter(node -> domain.equals(Meta.labels(node).get(key)))
                .map(Meta::name)
                .toList();
        return alike.stream()
                .filter(other -> names.contains(PodState.node(other)))
                .count();
    }

    /** Zones and nodes with few pods of the same kind first, then those with the most room. */
    Comparator<ObjectNode> preference() {
        return Comparator.<ObjectNode>comparingLong(
                        node -> in(Capacity.ZONE, Meta.labels(node).getOrDefault(Capacity.ZONE, "")))
                .thenComparingLong(node -> Capacity.on(node, alike).size())
                .thenComparing(node -> Capacity.requested(Capacity.on(node, pods), "cpu"))
                .thenComparing(node -> Capacity.on(node, pods).size())
                .thenComparing(Meta::name);
    }
}

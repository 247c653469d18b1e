package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One look at a cluster while a step waits. */
record Look(ClusterConnection cluster, Instant since) {
    /** The cluster's clock and ours may differ by as much. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    Optional<KubeObject> at(ObjectRef ref) {
        return cluster.get(ref);
    }

    List<KubeObject> pods(@Nullable String namespace, Map<String, String> labels) {
        return labels.isEmpty() ? List.of() : labelled(ResourceKind.POD, namespace, labels);
    }

    List<KubeObject> labelled(ResourceKind kind, @Nullable String namespace, Map<String, String> labels) {
        var selector = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return cluster.listAll(ListQuery.of(kind).in(namespace).labelled(selector));
    }

    /** The newest words about pods that could not be created for this object, or for what an operator made of it. */
    Optional<KeptOut> keptOut(ObjectRef owner) {
        return keptOut(
                owner,
                event -> event.text("/involvedObject/name", "").startsWith(owner.name())
                        && moment(event).isAfter(since.minus(SKEW)));
    }

    /** The same for this very object: one of the same name that was there before does not count. */
    Optional<KeptOut> keptOut(KubeObject object) {
        return keptOut(object.ref(), event -> Objects.equals(event.text("/involvedObject/uid"), object.uid()));
    }

    private Optional<KeptOut> keptOut(ObjectRef owner, Predicate<KubeObject> isAbout) {
        return cluster
                .listAll(ListQuery.of(ResourceKind.EVENT).in(owner.namespace()).fields("reason=FailedCreate"))
                .stream()
                .filter(event -> "FailedCreate".equals(event.text("/reason")))
                .filter(isAbout)
                .max(Comparator.comparing(Look::moment))
                .map(event -> new KeptOut(event.text("/message", ""), moment(event)));
    }

    private static Instant moment(KubeObject event) {
        for (var field :
                List.of("/series/lastObservedTime", "/lastTimestamp", "/eventTime", "/metadata/creationTimestamp")) {
            var text = event.text(field);
            if (text != null) {
                try {
                    return Instant.parse(text);
                } catch (DateTimeParseException odd) {
                    continue;
                }
            }
        }
        return Instant.EPOCH;
    }

    static Map<String, String> texts(KubeObject object, String pointer) {
        return object.at(pointer).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString("")));
    }

    /** The condition of this type, if the object has one. */
    static Optional<KubeCondition> condition(KubeObject object, String type) {
        return object.at("/status/conditions")
                .valueStream()
                .filter(condition -> type.equals(condition.path("type").asString("")))
                .map(condition -> new KubeCondition(
                        "True".equals(condition.path("status").asString("")),
                        condition.path("reason").asString(""),
                        condition.path("message").asString("")))
                .findFirst();
    }

    /** A condition of an object's status. */
    record KubeCondition(boolean holds, String reason, String message) {
        String words() {
            return message.isEmpty() ? reason : message;
        }
    }
}

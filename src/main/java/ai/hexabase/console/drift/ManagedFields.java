package ai.hexabase.console.drift;

import ai.hexabase.console.kube.ClusterConnection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads who owns which fields of an object. */
final class ManagedFields {
    private static final Comparator<FieldOwner> OLDEST_FIRST =
            Comparator.comparing(FieldOwner::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final JsonNode managers;

    /** @param managers {@code metadata.managedFields}; a missing node says nothing */
    ManagedFields(JsonNode managers) {
        this.managers = managers;
    }

    /** Who wrote this field last, of those who own it; others go before the console. */
    Optional<FieldOwner> owner(FieldPath path) {
        return owners(manager -> path.isIn(manager.path("fieldsV1")))
                .max(Comparator.comparing((FieldOwner owner) -> !isOurs(owner)).thenComparing(OLDEST_FIRST));
    }

    /** Who else than the console changed the object last, its status apart. */
    Optional<FieldOwner> lastOther() {
        return owners(manager -> !"status".equals(manager.path("subresource").asString("")))
                .filter(owner -> !isOurs(owner))
                .max(OLDEST_FIRST);
    }

    /** Names of the fields by which items of this list are told apart; none for lists that are owned as a whole. */
    TreeSet<String> keysOf(FieldPath list) {
        var keys = new TreeSet<String>();
        managers.valueStream()
                .flatMap(manager -> list.below(manager.path("fieldsV1")).properties().stream())
                .map(entry -> entry.getKey())
                .filter(name -> name.startsWith("k:"))
                .findFirst()
                .map(name -> JsonMapper.shared().readTree(name.substring(2)))
                .ifPresent(item -> keys.addAll(item.propertyNames()));
        return keys;
    }

    private Stream<FieldOwner> owners(Predicate<JsonNode> which) {
        return managers.valueStream().filter(which).map(ManagedFields::owner);
    }

    private static FieldOwner owner(JsonNode manager) {
        return new FieldOwner(
                manager.path("manager").asString(""),
                manager.path("operation").asString(""),
                manager.path("subresource").asString(""),
                time(manager.path("time").asString("")));
    }

    private static boolean isOurs(FieldOwner owner) {
        return owner.manager().equals(ClusterConnection.FIELD_MANAGER);
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException odd) {
            return null;
        }
    }
}

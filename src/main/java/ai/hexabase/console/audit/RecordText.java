package ai.hexabase.console.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An act as the JSON text that is hashed, on one line, and back. */
final class RecordText {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Always of the same length, so that texts sort as times do. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> LINKS = new TypeReference<>() {};

    private RecordText() {}

    static String time(Instant at) {
        return TIME.format(at.truncatedTo(ChronoUnit.MICROS));
    }

    static String write(Instant at, Actor who, Act act) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("at", time(at));
        tree.put("who", who);
        tree.put("kind", act.kind());
        tree.put("result", act.result());
        tree.put("object", act.object());
        tree.put("before", act.before());
        tree.put("after", act.after());
        tree.put("links", act.links());
        tree.put("reason", act.reason());
        tree.put("problem", act.problem());
        tree.put("words", act.words());
        return JSON.writeValueAsString(tree);
    }

    static Entry read(Link link) {
        return read(link.seq(), link.record(), link.previousHash(), link.hash());
    }

    static Entry read(long seq, String record, String previousHash, String hash) {
        var tree = JSON.readTree(record);
        var act = new Act(
                tree.path("kind").asString(""),
                Act.Result.valueOf(tree.path("result").asString("")),
                orNull(tree, "object", Act.Target.class),
                JSON.convertValue(tree.path("before"), VALUES),
                JSON.convertValue(tree.path("after"), VALUES),
                JSON.convertValue(tree.path("links"), LINKS),
                tree.path("reason").asString(null),
                tree.path("problem").asString(null),
                tree.path("words").asString(null));
        var who = JSON.convertValue(tree.path("who"), Actor.class);
        return new Entry(seq, Instant.parse(tree.path("at").asString("")), who, act, record, previousHash, hash);
    }

    private static <T> @Nullable T orNull(JsonNode tree, String field, Class<T> type) {
        var value = tree.path(field);
        return value.isMissingNode() || value.isNull() ? null : JSON.convertValue(value, type);
    }
}

package ai.hexabase.console.practice;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Kubernetes field selectors, such as {@code spec.nodeName=n1,status.phase!=Failed}. */
record FieldSelector(List<Term> terms) {
    record Term(String field, boolean equal, String value) {
        boolean matches(JsonNode object) {
            return equal == Trees.text(object, "/" + field.replace('.', '/')).equals(value);
        }
    }

    boolean matches(JsonNode object) {
        return terms.stream().allMatch(term -> term.matches(object));
    }

    static FieldSelector parse(@Nullable String text) {
        return new FieldSelector(
                text == null || text.isBlank()
                        ? List.of()
                        : Stream.of(text.split(","))
                                .map(String::strip)
                                .map(FieldSelector::term)
                                .toList());
    }

    private static Term term(String text) {
        var equal = !text.contains("!=");
        var parts = text.split(equal ? "==?" : "!=", 2);
        return new Term(parts[0].strip(), equal, parts.length > 1 ? parts[1].strip() : "");
    }
}

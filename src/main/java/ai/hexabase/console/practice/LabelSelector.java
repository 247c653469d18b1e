package ai.hexabase.console.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Kubernetes label selectors, in their written form and as objects hold them. */
record LabelSelector(List<Term> terms) {
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

    /** One requirement; {@code operator} as in objects: In, NotIn, Exists, DoesNotExist. */
    record Term(String key, String operator, List<String> values) {
        boolean matches(Map<String, String> labels) {
            var value = labels.get(key);
            return switch (operator) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "Exists" -> value != null;
                default -> value == null;
            };
        }
    }

    boolean matches(Map<String, String> labels) {
        return terms.stream().allMatch(term -> term.matches(labels));
    }

    static LabelSelector parse(@Nullable String text) {
        return new LabelSelector(
                text == null || text.isBlank()
                        ? List.of()
                        : COMMA.splitAsStream(text)
                                .map(String::strip)
                                .map(LabelSelector::term)
                                .toList());
    }

    private static Term term(String text) {
        var set = SET.matcher(text);
        if (set.matches()) {
            var values = Stream.of(set.group(3).split(",")).map(String::strip).toList();
            return new Term(set.group(1), set.group(2).equals("in") ? "In" : "NotIn", values);
        }
        if (text.startsWith("!")) {
            return new Term(text.substring(1).strip(), "DoesNotExist", List.of());
        }
        if (text.contains("!=")) {
            var parts = text.split("!=", 2);
            return new Term(parts[0].strip(), "NotIn", List.of(parts[1].strip()));
        }
        if (text.contains("=")) {
            var parts = text.split("==?", 2);
            return new Term(parts[0].strip(), "In", List.of(parts[1].strip()));
        }
        return new Term(text, "Exists", List.of());
    }

    /** A selector as objects hold it, with matchLabels and matchExpressions. */
    static LabelSelector of(JsonNode selector) {
        var terms = new ArrayList<Term>();
        Trees.texts(selector.path("matchLabels"))
                .forEach((key, value) -> terms.add(new Term(key, "In", List.of(value))));
        selector.path("matchExpressions")
                .forEach(term -> terms.add(new Term(
                        Trees.text(term, "/key"),
                        Trees.text(term, "/operator"),
                        Trees.each(term.path("values"))
                                .map(value -> value.asString(""))
                                .toList())));
        return new LabelSelector(terms);
    }

    /** A plain map of labels, as Services select. */
    static LabelSelector ofLabels(JsonNode labels) {
        return of(Trees.object("matchLabels", labels));
    }
}

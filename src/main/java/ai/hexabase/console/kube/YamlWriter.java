package ai.hexabase.console.kube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns trees into block-style YAML. */
final class YamlWriter {
    private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata", "type", "spec", "data");
    private static final List<String> FIRST_OF_METADATA = List.of("name", "namespace", "labels", "annotations");
    /** Texts that YAML 1.1 readers, which many Kubernetes tools still are, take for booleans, nulls or numbers. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "|~|null|y|n|yes|no|on|off|true|false|[-+.]?[0-9][0-9a-fox_:.,+-]*|[-+]?\\.(inf|nan)|<<|=",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@+() =,;-]*(:[A-Za-z0-9_./@=-]+)*");

    private YamlWriter() {}

    static String write(JsonNode node) {
        var settings = DumpSettings.builder()
                .setIndent(2)
                .setIndicatorIndent(0)
                .setWidth(1_000_000)
                .setSplitLines(false)
                .build();
        var text = new Text();
        new Dump(settings).dumpNode(node(node, FIRST), text);
        return text.toString();
    }

    private static Node node(JsonNode node, List<String> first) {
        return switch (node.getNodeType()) {
            case OBJECT -> map((ObjectNode) node, first);
            case ARRAY -> list(node);
            case NULL, MISSING -> plain(Tag.NULL, "null");
            case BOOLEAN -> plain(Tag.BOOL, node.asString());
            case NUMBER -> plain(node.isIntegralNumber() ? Tag.INT : Tag.FLOAT, node.asString());
            case STRING, BINARY, POJO -> text(node.asString());
        };
    }

    private static Node map(ObjectNode map, List<String> first) {
        var tuples = new ArrayList<NodeTuple>();
        map.properties().stream()
                .sorted(Comparator.comparingInt(entry -> rank(entry, first)))
                .forEach(entry -> tuples.add(new NodeTuple(
                        text(entry.getKey()),
                        node(entry.getValue(), entry.getKey().equals("metadata") ? FIRST_OF_METADATA : List.of()))));
        return new MappingNode(Tag.MAP, tuples, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static int rank(Map.Entry<String, JsonNode> entry, List<String> first) {
        int rank = first.indexOf(entry.getKey());
        return rank < 0 ? first.size() : rank;
    }

    private static Node list(JsonNode list) {
        var items = new ArrayList<Node>();
        list.forEach(item -> items.add(node(item, List.of())));
        return new SequenceNode(Tag.SEQ, items, list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node plain(Tag tag, String text) {
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }

    private static Node text(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    private static ScalarStyle style(String text) {
        if (text.contains("\n")) {
            return ScalarStyle.LITERAL;
        }
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !AMBIGUOUS.matcher(text).matches();
        return plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    /** Collects what the engine writes. */
    private static final class Text implements StreamDataWriter {
        private final StringBuilder all = new StringBuilder();

        @Override
        public void write(String part) {
            all.append(part);
        }

        @Override
        public void write(String part, int from, int length) {
            all.append(part, from, from + length);
        }

        @Override
        public String toString() {
            return all.toString();
        }
    }
}

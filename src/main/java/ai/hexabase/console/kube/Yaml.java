package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML 1.2 that strangers may have written, and writes YAML that every Kubernetes tool reads back the same. */
public final class Yaml {
    /**
     * What is accepted.
     *
     * @param characters length of the text
     * @param depth maps and lists inside each other
     * @param aliases uses of anchors; each may repeat a whole part of the text
     */
    public record Limits(int characters, int depth, int aliases) {
        /** For what people upload or paste: no aliases at all. */
        public static final Limits STRICT = new Limits(512 * 1024, 40, 0);
        /** For our own files. */
        public static final Limits OWN = new Limits(4 * 1024 * 1024, 100, 100);
    }

    private Yaml() {}

    /**
     * Reads one document. Problems: {@code yaml-too-large} (limit, size), {@code yaml-too-deep} (limit, line),
     * {@code yaml-alias} (line), {@code yaml-several} (line of the second document), {@code yaml-broken} (line, column;
     * with the parser's words, which never quote the text).
     */
    public static JsonNode read(String text, Limits limits) {
        if (text.length() > limits.characters()) {
            throw new ProblemException(Problem.of("yaml-too-large", limits.characters(), text.length()));
        }
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(limits.aliases())
                .setCodePointLimit(limits.characters())
                .build();
        try {
            check(new Parse(settings).parseString(text), limits);
            return JsonMapper.shared().valueToTree(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException broken) {
            throw new ProblemException(broken(broken));
        } catch (YamlEngineException broken) {
            throw new ProblemException(Problem.of("yaml-broken", 1, 1).saying(broken.getMessage()));
        }
    }

    /** Writes in block style; objects of Kubernetes in the customary order of keys, other maps as they are. */
    public static String write(JsonNode node) {
        return YamlWriter.write(node);
    }

    private static void check(Iterable<Event> events, Limits limits) {
        int depth = 0;
        int aliases = 0;
        int documents = 0;
        for (var event : events) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> require(++depth <= limits.depth(), "yaml-too-deep", event, limits);
                case SequenceEnd, MappingEnd -> depth--;
                case Alias -> require(++aliases <= limits.aliases(), "yaml-alias", event, limits);
                case DocumentStart -> require(++documents == 1, "yaml-several", event, limits);
                default -> {}
            }
        }
    }

    private static void require(boolean fine, String code, Event event, Limits limits) {
        if (!fine) {
            int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ProblemException(Problem.of(code, line, limits.depth()));
        }
    }

    private static Problem broken(MarkedYamlEngineException broken) {
        int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = broken.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
        return Problem.of("yaml-broken", line, column).saying(broken.getProblem());
    }
}

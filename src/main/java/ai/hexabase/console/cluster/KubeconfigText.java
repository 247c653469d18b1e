package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns bytes of unknown origin into one YAML mapping, or a problem; never runs away and never quotes the input. */
final class KubeconfigText {
    static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_ALIASES = 20;
    private static final int MAX_DEPTH = 20;

    private KubeconfigText() {}

    static Map<?, ?> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw refuse("kubeconfig-too-large", MAX_BYTES / 1024);
        }
        var text = decode(bytes);
        if (text.isBlank()) {
            throw refuse("kubeconfig-empty");
        }
        var document = document(text);
        if (document instanceof Map<?, ?> map) {
            return map;
        }
        throw refuse("kubeconfig-not-a-mapping");
    }

    private static String decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refuse("kubeconfig-not-utf8");
        }
    }

    private static @Nullable Object document(String text) {
        var settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            check(new Parse(settings).parseString(text));
            return new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            throw new ProblemException(Problem.of("kubeconfig-not-yaml", line(e)));
        } catch (YamlEngineException e) {
            throw refuse("kubeconfig-not-yaml", 0);
        }
    }

    /** Looks at the stream of events, which costs no more than its length, before any tree is built from it. */
    private static void check(Iterable<Event> events) {
        var depth = 0;
        var aliases = 0;
        var documents = 0;
        for (var event : events) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> require(++depth <= MAX_DEPTH, "kubeconfig-aliases");
                case SequenceEnd, MappingEnd -> depth--;
                case Alias -> require(++aliases <= MAX_ALIASES, "kubeconfig-aliases");
                case DocumentStart -> require(++documents == 1, "kubeconfig-several-documents");
                default -> {}
            }
        }
    }

    private static void require(boolean fine, String code) {
        if (!fine) {
            throw refuse(code);
        }
    }

    /** One-based line of the fault, 0 when unknown. */
    private static int line(MarkedYamlEngineException e) {
        return e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static ProblemException refuse(String code, Object... args) {
        return new ProblemException(Problem.of(code, args));
    }
}

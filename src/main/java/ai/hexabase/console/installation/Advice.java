package ai.hexabase.console.installation;

import ai.hexabase.console.common.Message;

/**
 * A risk that settings hold, and what taking it away does.
 *
 * @param text both, in a sentence or two
 */
public record Advice(AdviceKind kind, Message text) {
    static Advice of(AdviceKind kind, Object... args) {
        return new Advice(kind, Message.of(kind.key(), args));
    }
}

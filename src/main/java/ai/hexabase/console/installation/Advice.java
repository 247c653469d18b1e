package ai.hexabase.console.installation;

import ai.hexabase.console.common.Message;

/**
 * A risk that settings hold.
 *
 * @param text the risk, in a sentence or two
 */
public record Advice(AdviceKind kind, Message text) {
    /** What one click would do; only where one click does. */
    public Message taken() {
        return new Message(kind.key() + ".taken", text.args());
    }

    static Advice of(AdviceKind kind, Object... args) {
        return new Advice(kind, Message.of(kind.key(), args));
    }
}

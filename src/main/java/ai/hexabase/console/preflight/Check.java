package ai.hexabase.console.preflight;

import ai.hexabase.console.common.Message;
import org.jspecify.annotations.Nullable;

/**
 * One check with its answer.
 *
 * @param code names the check; its title is {@code preflight.<code>.title}
 * @param observed what is
 * @param needed what has to be
 * @param action what to do, null when nothing is to be done
 * @param words the cluster's own words, verbatim, when there are any
 */
public record Check(
        String code,
        Result result,
        Message observed,
        Message needed,
        @Nullable Message action,
        @Nullable String words) {
    public Message title() {
        return Message.of("preflight." + code + ".title");
    }

    static Check pass(String code, Message observed, Message needed) {
        return new Check(code, Result.PASS, observed, needed, null, null);
    }

    static Check blocked(String code, Message observed, Message needed, Message action) {
        return new Check(code, Result.BLOCKED, observed, needed, action, null);
    }

    Check saying(@Nullable String theirWords) {
        return new Check(code, result, observed, needed, action, theirWords);
    }
}

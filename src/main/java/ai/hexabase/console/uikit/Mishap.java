package ai.hexabase.console.uikit;

import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a person is told of an exception: a known problem in its words, a bug as a reference that stands in the log. */
public final class Mishap {
    private Mishap() {}

    /** The problem behind the exception; empty when it is a bug. */
    public static Optional<Problem> known(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return Optional.of(refused.problem());
            }
        }
        return DatabaseTrouble.in(thrown);
    }

    /** Tells it in the reader's language; needs a UI. */
    public static ProblemNotice notice(Logger log, @Nullable Throwable thrown, Component... actions) {
        return known(thrown)
                .map(problem -> new ProblemNotice(problem, actions))
                .orElseGet(() -> new ProblemNotice(
                        Status.FAILED,
                        Texts.get("shell.unexpected.what"),
                        Texts.get("shell.unexpected.action", Reference.logged(log, thrown)),
                        actions));
    }
}

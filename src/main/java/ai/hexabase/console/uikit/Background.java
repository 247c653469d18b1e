package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Work that asks a cluster and so would hold up the page: done beside it, as the same person. */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private Background() {}

    /** What came of the work. */
    public sealed interface Answer<T> {
        record Value<T>(T value) implements Answer<T> {}

        record Failed<T>(Problem problem) implements Answer<T> {}
    }

    /** Runs the work and brings the answer to the page, unless the part has left it. */
    public static <T> void run(LiveUpdates live, String key, Supplier<T> work, Consumer<Answer<T>> then) {
        start(() -> {
            var answer = answer(work);
            live.run(key, () -> then.accept(answer));
        });
    }

    /** Runs the work and brings the answer or the problem to the page, unless the part has left it. */
    public static <T> void run(
            LiveUpdates live, String key, Supplier<T> work, Consumer<T> value, Consumer<Problem> problem) {
        run(live, key, work, answer -> {
            switch (answer) {
                case Answer.Value<T>(T found) -> value.accept(found);
                case Answer.Failed<T>(Problem why) -> problem.accept(why);
            }
        });
    }

    /** Runs the work beside the page. */
    public static void start(Runnable work) {
        var asMe = new DelegatingSecurityContextRunnable(work, SecurityContextHolder.getContext());
        Thread.ofVirtual().name("screen").start(asMe);
    }

    /** Does the work here and now. */
    public static <T> Answer<T> answer(Supplier<T> work) {
        try {
            return new Answer.Value<>(work.get());
        } catch (ProblemException expected) {
            return new Answer.Failed<>(expected.problem());
        } catch (RuntimeException broken) {
            LOG.error("Could not ask for a screen", broken);
            return new Answer.Failed<>(Problem.of("screen-internal"));
        }
    }
}

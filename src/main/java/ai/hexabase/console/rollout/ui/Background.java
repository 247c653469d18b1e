package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.LiveUpdates;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Work that asks a cluster and so would hold up the page: done beside it, as the same person. */
final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private Background() {}

    /** What came of the work. */
    sealed interface Answer<T> {
        record Value<T>(T value) implements Answer<T> {}

        record Failed<T>(Problem problem) implements Answer<T> {}
    }

    /** Runs the work and brings the answer to the page, unless the part has left it. */
    static <T> void run(LiveUpdates live, String key, Supplier<T> work, Consumer<Answer<T>> then) {
        start(() -> {
            var answer = answer(work);
            live.run(key, () -> then.accept(answer));
        });
    }

    static void start(Runnable work) {
        var asMe = new DelegatingSecurityContextRunnable(work, SecurityContextHolder.getContext());
        Thread.ofVirtual().name("rollout-screen").start(asMe);
    }

    static <T> Answer<T> answer(Supplier<T> work) {
        try {
            return new Answer.Value<>(work.get());
        } catch (ProblemException expected) {
            return new Answer.Failed<>(expected.problem());
        } catch (RuntimeException broken) {
            LOG.error("Could not ask for a screen", broken);
            return new Answer.Failed<>(Problem.of("rollout-internal"));
        }
    }
}

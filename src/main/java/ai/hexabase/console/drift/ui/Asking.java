package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.LiveUpdates;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Asks a cluster beside the page, as the same person, and brings the answer or the problem back to it. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private Asking() {}

    static <T> void ask(LiveUpdates live, Supplier<T> question, Consumer<T> answer, Consumer<Problem> problem) {
        Runnable work = () -> {
            try {
                var value = question.get();
                live.run("answer", () -> answer.accept(value));
            } catch (ProblemException expected) {
                live.run("answer", () -> problem.accept(expected.problem()));
            } catch (RuntimeException broken) {
                LOG.error("Could not ask for a screen", broken);
                live.run("answer", () -> problem.accept(Problem.of("rollout-internal")));
            }
        };
        Thread.ofVirtual()
                .name("drift-screen")
                .start(new DelegatingSecurityContextRunnable(work, SecurityContextHolder.getContext()));
    }
}

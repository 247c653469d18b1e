package ai.hexabase.console.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Asks a cluster several things at once, few enough not to be slowed down by it. */
public final class SideBySide {
    /** API servers let a single client have some tens of requests under way (priority and fairness). */
    private static final int AT_ONCE = 8;

    private SideBySide() {}

    /** The answers in the order of the questions; the first question that fails, fails as if it had been asked alone. */
    public static <Q, A> List<A> map(List<Q> questions, Function<Q, A> ask) {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<A>>();
            for (var question : questions) {
                asked.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return ask.apply(question);
                    } finally {
                        places.release();
                    }
                }));
            }
            return answers(asked, threads::shutdownNow);
        }
    }

    private static <A> List<A> answers(List<Future<A>> asked, Runnable giveUp) {
        var answers = new ArrayList<A>();
        try {
            for (var each : asked) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            giveUp.run();
            throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
        } catch (InterruptedException e) {
            giveUp.run();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

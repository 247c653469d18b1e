package ai.hexabase.console.kube;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** An answer that is on its way while other things are done; a question that fails, fails when its answer is read. */
public final class Asked<T> {
    private final FutureTask<T> answer;

    private Asked(FutureTask<T> answer) {
        this.answer = answer;
    }

    /** Asks at once, on a thread of its own. */
    public static <T> Asked<T> of(Supplier<T> question) {
        var answer = new FutureTask<T>(question::get);
        Thread.startVirtualThread(answer);
        return new Asked<>(answer);
    }

    /** Waits for the answer. */
    public T get() {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package ai.hexabase.console.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Lets this console begin no piece of any job for a while; what is under way is asked to come to an end. */
@Component
public class JobPause {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Scheduler scheduler;

    JobPause(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Returns when nothing is worked on any more.
     *
     * @param patience for how long to wait for that
     * @return false when something still is; then jobs go on as before
     */
    public boolean begin(Duration patience) {
        scheduler.pause();
        var until = System.nanoTime() + patience.toNanos();
        while (!scheduler.getCurrentlyExecuting().isEmpty()) {
            if (System.nanoTime() > until) {
                end();
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    public void end() {
        scheduler.resume();
    }
}

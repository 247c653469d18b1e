package ai.hexabase.console.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The durable jobs; scheduling joins the caller's transaction, so a rollback takes the job back too. */
@Component
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int TRIES = 5;

    private final SchedulerClient scheduler;
    private final Clock clock;

    public Jobs(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Lets the next piece of this job run now; starts the job when there is none, does nothing while a piece runs. */
    public void wake(String work, String id) {
        var data = new JobData(work, id);
        for (var tries = 0; tries < TRIES; tries++) {
            try {
                scheduler.schedule(
                        JobTask.DESCRIPTOR.instance(data.instance()).data(data).build(),
                        clock.instant(),
                        ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
                return;
            } catch (TaskInstanceCurrentlyExecutingException running) {
                LOG.debug("{} is being worked on right now", data.instance());
                return;
            } catch (ExecutionException changed) {
                LOG.debug("A piece of {} began or ended between the question and the answer", data.instance());
            }
        }
    }
}

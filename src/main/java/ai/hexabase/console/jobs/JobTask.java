package ai.hexabase.console.jobs;

import ai.hexabase.console.jobs.Next.Again;
import ai.hexabase.console.jobs.Next.Finished;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs one piece of one job.
 *
 * <ol>
 *   <li>take the job's lock in the database; held elsewhere: look again later
 *   <li>let the work do its piece
 *   <li>put off or remove the job, as the work says; after an exception put it off
 * </ol>
 *
 * A console that dies in a piece leaves the job picked; its heartbeat ends, and whoever notices runs the piece again.
 */
final class JobTask {
    static final TaskDescriptor<JobData> DESCRIPTOR = TaskDescriptor.of("console-job", JobData.class);
    static final Duration AFTER_EXCEPTION = Duration.ofSeconds(5);

    private final Supplier<Stream<Work>> works;
    private final JobLock lock;
    private final Clock clock;

    JobTask(Supplier<Stream<Work>> works, JobLock lock, Clock clock) {
        this.works = works;
        this.lock = lock;
        this.clock = clock;
    }

    CustomTask<JobData> task() {
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_EXCEPTION))
                .onDeadExecutionRevive()
                .execute(this::execute);
    }

    private CompletionHandler<JobData> execute(TaskInstance<JobData> instance, ExecutionContext context) {
        var data = instance.getData();
        var next = lock.whileHolding(
                data.instance(),
                () -> work(data.work()).piece(data.id(), () -> isStopping(context.getSchedulerState())));
        return switch (next.orElseGet(() -> new Again(clock.instant().plus(AFTER_EXCEPTION)))) {
            case Again again -> (complete, operations) -> operations.reschedule(complete, again.at());
            case Finished _ -> new CompletionHandler.OnCompleteRemove<>();
        };
    }

    private static boolean isStopping(SchedulerState scheduler) {
        return scheduler.isShuttingDown() || scheduler.isPaused();
    }

    private Work work(String name) {
        return works.get()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No work named " + name));
    }
}

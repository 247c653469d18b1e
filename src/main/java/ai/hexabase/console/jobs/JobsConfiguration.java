package ai.hexabase.console.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins db-scheduler to the console: one task, JSON data, a name that stays the same after a restart. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    @Bean
    CustomTask<JobData> jobTask(ObjectProvider<Work> works, DataSource database, Clock clock) {
        return new JobTask(works::stream, new JobLock(database), clock).task();
    }

    /** Finds open jobs that nothing is scheduled for, such as one retried in the very moment its last piece ended. */
    @Bean
    RecurringTask<Void> unattendedJobs(ObjectProvider<Work> works, Clock clock) {
        return Tasks.recurring("console-unattended-jobs", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> works.forEach(work -> work.open()
                        .forEach(id -> schedule(context.getSchedulerClient(), new JobData(work.name(), id), clock))));
    }

    private static void schedule(SchedulerClient scheduler, JobData data, Clock clock) {
        scheduler.scheduleIfNotExists(
                JobTask.DESCRIPTOR.instance(data.instance()).data(data).build(), clock.instant());
    }

    @Bean
    WorkerName workerName(@Value("${console.data-dir}") Path directory) {
        return WorkerName.of(directory);
    }

    @Bean
    DbSchedulerCustomizer schedulerSettings(WorkerName name) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(name.value()));
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JsonTaskData());
            }
        };
    }
}

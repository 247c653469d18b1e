package ai.hexabase.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.OwnDatabase;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class JobsTest {
    /** Now: the library revives a dead execution at the machine's own time, whatever clock it was given. */
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    DataSource console;

    HikariDataSource database;
    SettableClock time;
    Clock clock;
    ManualScheduler scheduler;
    Jobs jobs;
    final Recorded work = new Recorded();

    /** Does what it was told to, and remembers that it was called. */
    static final class Recorded implements Work {
        final List<String> pieces = new ArrayList<>();
        final Deque<Next> answers = new ArrayDeque<>();
        Runnable inside = () -> {};

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public List<String> open() {
            return List.of();
        }

        @Override
        public Next piece(String id, BooleanSupplier stopping) {
            pieces.add(id);
            inside.run();
            return answers.isEmpty() ? new Next.Finished() : answers.remove();
        }
    }

    @BeforeEach
    void start() {
        database = OwnDatabase.beside(console);
        time = new SettableClock();
        time.set(START);
        clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.now();
            }
        };
        scheduler = scheduler("one");
        jobs = new Jobs(scheduler, clock);
    }

    private ManualScheduler scheduler(String name) {
        Task<?> task = new JobTask(() -> Stream.of(work), new JobLock(database), clock).task();
        var builder = TestHelper.createManualScheduler(database, task).clock(time);
        builder.serializer(new JsonTaskData());
        builder.schedulerName(new com.github.kagkarlsson.scheduler.SchedulerName.Fixed(name));
        builder.heartbeatInterval(Duration.ofSeconds(5));
        builder.missedHeartbeatsLimit(4);
        return builder.build();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int rows(String condition) {
        return DSL.using(database, SQLDialect.POSTGRES)
                .fetchCount(DSL.table("scheduled_tasks"), DSL.condition(condition));
    }

    @Test
    void aJobRunsPieceByPieceWhenItAskedToAndIsForgottenWhenFinished() {
        work.answers.add(new Next.Again(START.plusSeconds(60)));
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(1);
        time.tick(Duration.ofSeconds(61));
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).containsExactly("a", "a");
        assertThat(rows("true")).isZero();
    }

    @Test
    void wakingBringsTheNextPieceForward() {
        work.answers.add(new Next.Again(START.plusSeconds(600)));
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(2);
    }

    @Test
    void aPieceThatBreaksIsTriedAgain() {
        work.inside = () -> {
            throw new IllegalStateException("broken");
        };
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        work.inside = () -> {};
        time.tick(JobTask.AFTER_EXCEPTION.plusSeconds(1));
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(2);
        assertThat(rows("true")).isZero();
    }

    @Test
    void nobodyElseDoesAPieceOfTheSameJobMeanwhile() {
        var otherLock = new JobLock(database);
        var second = new ArrayList<Boolean>();
        work.inside = () -> second.add(
                otherLock.whileHolding("recorded:a", () -> "both at once").isPresent());
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        assertThat(second).containsExactly(false);
        assertThat(otherLock.whileHolding("recorded:a", () -> "free again")).isPresent();
    }

    @Test
    void aSlowConsoleThatIsTakenForDeadIsLeftToFinishItsPieceBeforeAnotherGoesOn() {
        var two = scheduler("two");
        work.answers.add(new Next.Again(START));
        work.inside = () -> {
            work.inside = () -> {};
            diedWhileHolding("one", START);
            // The hand-driven scheduler knows only the library's own, longer heartbeat.
            time.tick(Duration.ofHours(1));
            two.runDeadExecutionDetection();
            two.runAnyDueExecutions();
            assertThat(work.pieces).as("pieces begun by both").hasSize(1);
        };
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        time.tick(JobTask.AFTER_EXCEPTION.plusSeconds(1));
        two.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(2);
    }

    @Test
    void aJobWhoseConsoleDiedIsTakenOver() {
        jobs.wake("recorded", "a");
        diedWhileHolding("another console", START);
        // The hand-driven scheduler knows only the library's own, longer heartbeat.
        time.tick(Duration.ofHours(1));
        scheduler.runDeadExecutionDetection();
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).containsExactly("a");
    }

    @Test
    void aDeadConsoleIsNoticedWithinAMinute(@Autowired DbSchedulerProperties settings) {
        var noticed = settings.getHeartbeatInterval().multipliedBy(settings.getMissedHeartbeatsLimit());
        assertThat(noticed).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void ownLeftoversAreFreedAtOnceAndThoseOfOthersAreLeftAlone() {
        jobs.wake("recorded", "mine");
        diedWhileHolding("one", START);
        jobs.wake("recorded", "theirs");
        DSL.using(database, SQLDialect.POSTGRES)
                .execute("update scheduled_tasks set picked = true, picked_by = 'two', last_heartbeat = now()"
                        + " where task_instance = 'recorded:theirs'");
        new OwnLeftovers(times(), new WorkerName("one")).afterSingletonsInstantiated();
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).containsExactly("mine");
        assertThat(rows("picked_by = 'two'")).isEqualTo(1);
    }

    private JobTimes times() {
        return new JobTimes(DSL.using(database, SQLDialect.POSTGRES), clock);
    }

    @Test
    void aClockThatIsSetBackHoursLetsNoJobSleepForHours() {
        var nanos = new AtomicLong();
        var watch = new ClockWatch(times(), clock, nanos::get);
        work.answers.add(new Next.Again(START.plusSeconds(2)));
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        time.set(START.minus(Duration.ofHours(5)));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(1);
        watch.look();
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(2);
    }

    @Test
    void aClockThatGoesAsTimeGoesWakesNobody() {
        var nanos = new AtomicLong();
        var watch = new ClockWatch(times(), clock, nanos::get);
        work.answers.add(new Next.Again(START.plusSeconds(600)));
        jobs.wake("recorded", "a");
        scheduler.runAnyDueExecutions();
        time.tick(Duration.ofMinutes(2));
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        watch.look();
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).hasSize(1);
    }

    @Test
    void aHeartbeatFromBeforeTheClockWasSetBackDoesNotKeepADeadConsoleAlive() {
        jobs.wake("recorded", "a");
        diedWhileHolding("another console", START.plus(Duration.ofHours(5)));
        times().wakeAll();
        time.tick(Duration.ofHours(1));
        scheduler.runDeadExecutionDetection();
        scheduler.runAnyDueExecutions();
        assertThat(work.pieces).containsExactly("a");
    }

    private void diedWhileHolding(String name, Instant lastHeartbeat) {
        DSL.using(database, SQLDialect.POSTGRES)
                .execute(
                        "update scheduled_tasks set picked = true, picked_by = ?, last_heartbeat = cast(? as timestamptz)",
                        name,
                        lastHeartbeat.atOffset(ZoneOffset.UTC));
    }

    @Test
    void taskDataIsReadableJson() {
        jobs.wake("recorded", "a");
        var data = DSL.using(database, SQLDialect.POSTGRES)
                .fetchSingle("select convert_from(task_data, 'UTF8') from scheduled_tasks")
                .get(0, String.class);
        assertThat(data).isEqualTo("{\"work\":\"recorded\",\"id\":\"a\"}");
    }
}

package ai.hexabase.console.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notices that the machine's clock was set: jobs are due at a time of day, so after a jump backwards they would all
 * sleep for as long as the clock was ahead.
 */
@Component
class ClockWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration TOLERANCE = Duration.ofSeconds(10);
    private static final long PAUSE_SECONDS = 2;

    private final JobTimes times;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock-watch").factory());
    private Instant lastTime;
    private long lastNanos;

    @Autowired
    ClockWatch(JobTimes times, Clock clock) {
        this(times, clock, System::nanoTime);
    }

    /** @param nanoTime counts nanoseconds whatever the clock says */
    ClockWatch(JobTimes times, Clock clock, LongSupplier nanoTime) {
        this.times = times;
        this.clock = clock;
        this.nanoTime = nanoTime;
        lastTime = clock.instant();
        lastNanos = nanoTime.getAsLong();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::lookQuietly, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException later) {
            LOG.warn("After a jump of the clock the jobs could not be woken yet: {}", later.toString());
        }
    }

    /** Wakes all jobs when the clock went another way than time. */
    void look() {
        var time = clock.instant();
        var nanos = nanoTime.getAsLong();
        var jump = Duration.between(lastTime.plusNanos(nanos - lastNanos), time);
        if (jump.abs().compareTo(TOLERANCE) > 0) {
            LOG.warn("The clock jumped by {} s; waking all jobs", jump.toSeconds());
            times.wakeAll();
        }
        lastTime = time;
        lastNanos = nanos;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}

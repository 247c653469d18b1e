package ai.hexabase.console.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * At start, frees the jobs this console held when it died, instead of waiting until their heartbeat is missed, and
 * wakes all others, for the clock may have been set meanwhile.
 */
@Component
class OwnLeftovers implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLeftovers.class);
    private final JobTimes times;
    private final WorkerName name;

    OwnLeftovers(JobTimes times, WorkerName name) {
        this.times = times;
        this.name = name;
    }

    /** Runs before the scheduler, which starts when the whole application is ready. */
    @Override
    public void afterSingletonsInstantiated() {
        var freed = times.free(name);
        if (freed > 0) {
            LOG.info("Goes on with {} job(s) that ran when this console stopped", freed);
        }
        times.wakeAll();
    }
}

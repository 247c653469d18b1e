package ai.hexabase.console.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the end of the chain signed again and again. */
@Component
class Checkpoints implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Chain chain;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-checkpoints").factory());

    Checkpoints(Chain chain) {
        this.chain = chain;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        clock.scheduleWithFixedDelay(this::sign, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    private void sign() {
        try {
            chain.checkpoint();
        } catch (RuntimeException away) {
            log.warn("The record could not be signed; tried again in {} minutes", PAUSE.toMinutes(), away);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}

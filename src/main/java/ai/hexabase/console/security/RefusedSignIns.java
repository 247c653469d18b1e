package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts refused sign-ins on record: each by itself up to {@link #EACH} a minute, what comes beyond that as one entry a
 * minute with counts. Anybody can cause them, and the record is kept for years.
 */
@Component
class RefusedSignIns implements DisposableBean {
    static final int EACH = 30;
    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(RefusedSignIns.class);
    private static final int NAMED = 5;

    private final Acts acts;
    private final Clock clock;
    private final int each;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("refused-sign-ins").factory());
    private Instant since = Instant.EPOCH;
    private int recorded;
    private Rest rest = new Rest();

    RefusedSignIns(Acts acts, Clock clock, @Value("${console.sign-in.recorded-each-minute:" + EACH + "}") int each) {
        this.acts = acts;
        this.each = each;
        this.clock = clock;
    }

    /** What was not put on record by itself. */
    private static final class Rest {
        private final Map<String, Integer> problems = new TreeMap<>();
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> addresses = new LinkedHashSet<>();

        void add(Actor who, Act act) {
            problems.merge(String.valueOf(act.problem()), 1, Integer::sum);
            add(names, who.name());
            add(addresses, who.address());
        }

        private static void add(Set<String> some, @Nullable String one) {
            if (some.size() < NAMED && one != null && !one.isEmpty()) {
                some.add(one);
            }
        }

        Map<String, Object> facts(Instant since, Instant until) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("from", since.toString());
            facts.put("until", until.toString());
            facts.putAll(problems);
            facts.put("names among them", String.join(", ", names));
            facts.put("addresses among them", String.join(", ", addresses));
            return facts;
        }
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        timer.scheduleWithFixedDelay(this::tell, MINUTE.toSeconds(), MINUTE.toSeconds(), TimeUnit.SECONDS);
    }

    /** By itself, or counted; what is told while nothing may be tried is always counted. */
    synchronized void add(Actor who, Act act, boolean resting) {
        var now = clock.instant();
        if (!now.isBefore(since.plus(MINUTE))) {
            tell();
            since = now;
            recorded = 0;
        }
        if (resting || recorded >= each) {
            rest.add(who, act);
        } else {
            recorded++;
            record(who, act);
        }
    }

    /** Puts on record what was counted. */
    synchronized void tell() {
        if (!rest.problems.isEmpty()) {
            var facts = rest.facts(since, clock.instant());
            rest = new Rest();
            record(
                    Actor.unknown("", null),
                    Act.of("session.sign-in")
                            .refused(Problem.of("sign-in-many"))
                            .after(facts));
        }
    }

    /** What did not happen may be missing on record while the database is away. */
    private void record(Actor who, Act act) {
        try {
            acts.recordRefusal(who, act);
        } catch (RuntimeException away) {
            log.warn("A refused sign-in could not be put on record", away);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
        tell();
    }
}

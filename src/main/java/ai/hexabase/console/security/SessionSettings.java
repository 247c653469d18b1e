package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.SessionLimits.Limit;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How long sessions last, for administrators to see and change; open sessions follow within seconds. */
@Service
public class SessionSettings {
    private final SessionLimitStore store;
    private final PresentLimits present;
    private final Acts acts;
    private final ActingPerson person;
    private final Clock clock;

    SessionSettings(SessionLimitStore store, PresentLimits present, Acts acts, ActingPerson person, Clock clock) {
        this.store = store;
        this.present = present;
        this.acts = acts;
        this.person = person;
        this.clock = clock;
    }

    public SessionLimits current() {
        person.require(Role.ADMIN);
        return present.read();
    }

    /** What is wrong with these, with codes {@code session-limit-} and the limit's word; empty when nothing is. */
    public static List<Problem> check(Map<Limit, Integer> minutes) {
        var problems = new ArrayList<Problem>();
        for (var limit : Limit.values()) {
            var count = minutes.getOrDefault(limit, 0);
            if (count < limit.fewest() || count > limit.most()) {
                problems.add(Problem.of(limit.code(), limit.fewest(), limit.most()));
            }
        }
        if (problems.isEmpty() && minutes.getOrDefault(Limit.IDLE, 0) > minutes.getOrDefault(Limit.LONGEST, 0)) {
            problems.add(Problem.of("session-limit-idle-beyond"));
        }
        return problems;
    }

    /**
     * Changes them on all consoles, for administrators only, and puts it on record.
     *
     * @param known version that the person saw; another since is problem {@code session-limits-changed}
     */
    public void change(long known, Map<Limit, Integer> minutes) {
        var intent = Act.of("session.change-limits");
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            person.requireRecent(Dangerous.CHANGE_SESSION_LIMITS);
            check(minutes).stream().findFirst().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            var before = present.read();
            var next = SessionLimits.ofMinutes(
                    known + 1, minutes, clock.instant().truncatedTo(ChronoUnit.MICROS), person.name());
            acts.together(intent.before(before.values()).after(next.values()), () -> save(before, next));
        });
        present.read();
    }

    private void save(SessionLimits before, SessionLimits next) {
        if (before.version() + 1 != next.version() || !store.insert(next)) {
            throw new ProblemException(Problem.of("session-limits-changed"));
        }
    }
}

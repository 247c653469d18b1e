package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.SessionLimits.Limit;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.HandClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

@ConsoleTest
class SessionLimitsTest {
    @Autowired
    SessionSettings settings;

    @Autowired
    PresentLimits present;

    @Autowired
    SessionStore store;

    @Autowired
    LocalSessions local;

    @Autowired
    PersonSessions sessions;

    @Autowired
    ActingPerson person;

    @Autowired
    Acts acts;

    @Autowired
    DSLContext db;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void anAdministrator() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
    }

    @AfterEach
    void asBefore() {
        local.drop(id);
        db.execute("delete from session_limits");
        present.read();
    }

    private static Map<Limit, Integer> minutes(int idle, int longest, int recheck, int stepUp) {
        return Map.of(Limit.IDLE, idle, Limit.LONGEST, longest, Limit.RECHECK, recheck, Limit.STEP_UP, stepUp);
    }

    @Test
    void aChangeHoldsAtOnceAndIsOnRecordWithBeforeAndAfter() {
        assertThat(settings.current().minutes(Limit.STEP_UP)).isEqualTo(10);
        settings.change(0, minutes(20, 480, 3, 5));
        assertThat(present.get().of(Limit.IDLE)).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.current().changedBy()).isEqualTo("misaki");
        assertThat(acts.find(EntryQuery.ALL, 0, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.act().kind()).isEqualTo("session.change-limits");
            assertThat(entry.act().before()).containsEntry("step-up minutes", 10);
            assertThat(entry.act().after()).containsEntry("step-up minutes", 5).containsEntry("longest minutes", 480);
        });
    }

    @Test
    void whatIsDangerousAsksForASignInThatIsAsNewAsSet() {
        SignIns.as(SignIns.ago(Duration.ofMinutes(8), "misaki", Grant.everywhere(Role.ADMIN)));
        person.requireRecent(Dangerous.OPEN_TERMINAL);
        settings.change(0, minutes(20, 480, 3, 5));
        assertThatThrownBy(() -> person.requireRecent(Dangerous.OPEN_TERMINAL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("sign-in-too-old"));
    }

    @Test
    void aSessionEndsWhenItIsTooOldAndWithoutActivityAsSet() {
        var clock = new HandClock();
        var watch = new SessionWatch(store, local, sessions, present, clock);
        var session = new MockHttpSession();
        store.insert(new PersonSession(
                id,
                "misaki",
                Person.LOCAL,
                "misaki",
                null,
                "127.0.0.1",
                null,
                clock.instant(),
                clock.instant(),
                null,
                null));
        local.keep(id, session);
        settings.change(0, minutes(20, 120, 3, 5));
        watch.lookOnce();
        assertThat(session.getMaxInactiveInterval()).isEqualTo(20 * 60);
        clock.pass(Duration.ofMinutes(119));
        watch.lookOnce();
        assertThat(session.isInvalid()).isFalse();
        clock.pass(Duration.ofMinutes(2));
        watch.lookOnce();
        assertThat(session.isInvalid()).isTrue();
        assertThat(db.fetchValue("select ended_by from person_session where id = ?", id))
                .isEqualTo(SessionEnd.TOO_OLD.name());
        watch.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 480, 3, 5, session-limit-idle",
        "481, 480, 3, 5, session-limit-idle",
        "20, 59, 3, 5, session-limit-longest",
        "20, 10081, 3, 5, session-limit-longest",
        "20, 480, 0, 5, session-limit-recheck",
        "20, 480, 61, 5, session-limit-recheck",
        "20, 480, 3, 0, session-limit-step-up",
        "20, 480, 3, 61, session-limit-step-up",
        "90, 60, 3, 5, session-limit-idle-beyond"
    })
    void whatMakesNoSenseIsRefused(int idle, int longest, int recheck, int stepUp, String problem) {
        assertThatThrownBy(() -> settings.change(0, minutes(idle, longest, recheck, stepUp)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(problem));
        assertThat(settings.current().version()).isZero();
    }

    @Test
    void ofTwoChangesOfTheSameOneWins() {
        settings.change(0, minutes(20, 480, 3, 5));
        assertThatThrownBy(() -> settings.change(0, minutes(30, 480, 3, 5)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("session-limits-changed"));
        assertThat(settings.current().minutes(Limit.IDLE)).isEqualTo(20);
    }
}

package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthTimeRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static String code(Instant authTime) {
        return AuthTimeRule.check(authTime, NOW, LONGEST).map(Problem::code).orElse("");
    }

    @Test
    void aSignInOfTheLastMinutesIsRecent() {
        assertThat(code(NOW)).isEmpty();
        assertThat(code(NOW.minus(LONGEST))).isEmpty();
    }

    @Test
    void clocksMayDifferByAMinute() {
        assertThat(code(NOW.minus(LONGEST).minusSeconds(60))).isEmpty();
        assertThat(code(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void anOlderSignInIsRefused() {
        assertThat(code(NOW.minus(LONGEST).minusSeconds(61))).isEqualTo("confirm-not-recent");
    }

    @Test
    void aSignInOfTheFutureIsRefused() {
        assertThat(code(NOW.plusSeconds(61))).isEqualTo("confirm-time-ahead");
    }

    @Test
    void aProviderThatDoesNotTellIsRefused() {
        assertThat(AuthTimeRule.check(null, NOW, LONGEST))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("confirm-no-time"));
    }

    @Test
    void aClockThatIsAheadProvesNothingForTheFuture() {
        assertThat(AuthTimeRule.provenAt(NOW.plusSeconds(50), NOW)).isEqualTo(NOW);
        assertThat(AuthTimeRule.provenAt(NOW.minusSeconds(50), NOW)).isEqualTo(NOW.minusSeconds(50));
    }
}

package ai.hexabase.console.security;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a token tells of a sign-in that is recent enough (OpenID Connect Core, section 3.1.2.1, max_age). */
final class AuthTimeRule {
    /** How far the provider's clock may be from ours. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private AuthTimeRule() {}

    /** @param authTime null when the provider does not tell */
    static Optional<Problem> check(@Nullable Instant authTime, Instant now, Duration longest) {
        if (authTime == null) {
            return Optional.of(Problem.of("confirm-no-time"));
        }
        if (authTime.isAfter(now.plus(SKEW))) {
            return Optional.of(Problem.of("confirm-time-ahead"));
        }
        return authTime.plus(longest).plus(SKEW).isBefore(now)
                ? Optional.of(Problem.of("confirm-not-recent", longest.toMinutes()))
                : Optional.empty();
    }

    /** What to go by: never later than now. */
    static @Nullable Instant provenAt(@Nullable Instant authTime, Instant now) {
        return authTime != null && authTime.isAfter(now) ? now : authTime;
    }
}

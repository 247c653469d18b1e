package ai.hexabase.console.security;

import java.io.Serial;
import java.time.Instant;
import org.springframework.security.authentication.LockedException;

/** Too many sign-ins failed, so nothing was checked; says nothing about whether the account exists. */
final class SignInResting extends LockedException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Instant until;

    SignInResting(Instant until) {
        super("resting after too many failures");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}

package ai.hexabase.console.security;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.Serial;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Checks a password of somebody who is signed in already; wrong ones slow down like those of a sign-in. */
@Component
class PasswordCheck {
    private final DaoAuthenticationProvider accounts;
    private final AuthenticationEventPublisher events;

    PasswordCheck(DaoAuthenticationProvider accounts, AuthenticationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    /** A password given once more, which is put on record by whoever asked for it. */
    static final class Again extends UsernamePasswordAuthenticationToken {
        @Serial
        private static final long serialVersionUID = 1;

        private Again(String username, String password) {
            super(username, password);
        }
    }

    void check(String username, String password) {
        var given = new Again(username, password);
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        given.setDetails(signedIn == null ? null : signedIn.getDetails());
        try {
            events.publishAuthenticationSuccess(accounts.authenticate(given));
        } catch (AuthenticationException refused) {
            events.publishAuthenticationFailure(refused, given);
            throw new ProblemException(Problem.of(code(refused)), refused);
        }
    }

    private static String code(AuthenticationException refused) {
        return switch (refused) {
            case InternalAuthenticationServiceException away -> "confirm-away";
            case LockedException resting -> "confirm-resting";
            default -> "confirm-wrong";
        };
    }
}

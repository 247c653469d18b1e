package ai.hexabase.console.security;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/** Checks passwords of the console's own accounts, unless too many were wrong lately. */
final class LocalAccounts extends DaoAuthenticationProvider {
    private final SignInThrottle throttle;

    LocalAccounts(LocalSignIn people, PasswordEncoder encoder, SignInThrottle throttle) {
        super((UserDetailsService) people);
        setPasswordEncoder(encoder);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        var name = tried.getName();
        var address = tried.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var device = tried.getDetails() instanceof SignInDetails details ? details.device() : null;
        try {
            throttle.tried(name, address, device).ifPresent(until -> {
                throw new SignInResting(until);
            });
            var made = super.authenticate(tried);
            throttle.succeeded(name, address, device);
            return made;
        } catch (DataAccessException | TransactionException away) {
            throw new InternalAuthenticationServiceException("The sign-in could not be checked", away);
        }
    }
}

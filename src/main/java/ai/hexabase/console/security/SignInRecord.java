package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.identity.IdentityProviders;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Puts sign-ins, refused ones and sign-outs on record. */
@Component
class SignInRecord {
    private static final String SIGN_IN = "session.sign-in";
    private static final int LONGEST_NAME = 100;

    private final Acts acts;
    private final IdentityProviders providers;
    private final RefusedSignIns refused;

    SignInRecord(Acts acts, IdentityProviders providers, RefusedSignIns refused) {
        this.refused = refused;
        this.acts = acts;
        this.providers = providers;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        var past = event.getAuthentication().getPrincipal() instanceof LocalPerson
                && !providers.switchedOn().isEmpty();
        acts.record(CurrentActor.of(event.getAuthentication()), past ? Act.of("session.break-glass") : Act.of(SIGN_IN));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        acts.record(CurrentActor.of(event.getAuthentication()), Act.of("session.sign-out"));
    }

    /** What could not be looked up was not refused, and while the database is away nothing can go on record. */
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureServiceExceptionEvent
                || !isSignInByPassword(event.getAuthentication())) {
            return;
        }
        var resting = event instanceof AuthenticationFailureLockedEvent;
        var code = resting ? "sign-in-resting" : "sign-in-wrong";
        refused.add(unknown(event.getAuthentication()), Act.of(SIGN_IN).refused(Problem.of(code)), resting);
    }

    /** What a provider or a password given once more comes to is put on record where that is known better. */
    private static boolean isSignInByPassword(Authentication tried) {
        return tried instanceof UsernamePasswordAuthenticationToken && !(tried instanceof PasswordCheck.Again);
    }

    /** Whoever types a password into the wrong field would have it on record for ever: long names are cut. */
    private static Actor unknown(Authentication tried) {
        var name = tried.getName().strip();
        var address = tried.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
        return Actor.unknown(name.substring(0, Math.min(name.length(), LONGEST_NAME)), address);
    }
}

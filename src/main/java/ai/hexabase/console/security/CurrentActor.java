package ai.hexabase.console.security;

import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.ActorSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Who acts, from the sign-in: with the address and the session in which that happened. */
@Component
class CurrentActor implements ActorSource {
    @Override
    public Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Actor.SYSTEM : of(authentication);
    }

    static Actor of(Authentication authentication) {
        var details = authentication.getDetails() instanceof WebAuthenticationDetails web ? web : null;
        var name = authentication.getName();
        var person = authentication.getPrincipal() instanceof Person known ? known : null;
        return new Actor(
                person == null ? name : person.subject(),
                name,
                person == null ? Person.LOCAL : person.provider(),
                details == null ? null : details.getRemoteAddress(),
                details == null ? null : details.getSessionId());
    }
}

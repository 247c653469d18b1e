package ai.hexabase.console.security;

import ai.hexabase.console.common.Grant;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Lets people with a local account sign in. */
@Service
class LocalSignIn implements UserDetailsService {
    private final AccountStore store;
    private final Clock clock;

    LocalSignIn(AccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        var account = store.find(username.strip()).orElseThrow(() -> new UsernameNotFoundException("unknown account"));
        var grants = account.roles().stream().map(Grant::everywhere).toList();
        return new LocalPerson(account, GrantedRoles.of(grants), new Proof(clock.instant()));
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof LocalPerson person) {
            store.signedIn(person.getUsername());
        }
    }
}

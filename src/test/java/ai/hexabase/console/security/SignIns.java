package ai.hexabase.console.security;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Signs people in within tests. */
public final class SignIns {
    private SignIns() {}

    /** Signed in just now. */
    public static Authentication just(String name, Grant... grants) {
        return ago(Duration.ZERO, name, grants);
    }

    /** Signed in so long ago. */
    public static Authentication ago(Duration time, String name, Grant... grants) {
        Set<Role> roles = Arrays.stream(grants).map(Grant::role).collect(Collectors.toSet());
        var account = new AccountStore.Account(UUID.randomUUID(), name, name, "", roles, Instant.EPOCH, null);
        var proof = new Proof(Clock.systemUTC().instant().minus(time));
        var person = new LocalPerson(account, GrantedRoles.of(List.of(grants)), proof);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }

    /** From now on in this test. */
    public static void as(Authentication who) {
        SecurityContextHolder.getContext().setAuthentication(who);
    }
}

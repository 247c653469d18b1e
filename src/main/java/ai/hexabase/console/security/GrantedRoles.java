package ai.hexabase.console.security;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Grants as Spring Security carries them, and back. */
final class GrantedRoles {
    private static final String ROLE = "ROLE_";

    private GrantedRoles() {}

    static List<GrantedAuthority> of(Collection<Grant> grants) {
        return grants.stream().map(GrantedRoles::of).toList();
    }

    private static GrantedAuthority of(Grant grant) {
        return grant.scope().limited()
                ? new LimitedAuthority(grant)
                : new SimpleGrantedAuthority(ROLE + grant.role().name());
    }

    /** The roles that hold for everything. */
    static Set<Role> roles(Collection<? extends GrantedAuthority> authorities) {
        var names = authorities.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(ROLE + role.name()))
                .collect(Collectors.toSet());
    }

    static Set<Grant> grants(Collection<? extends GrantedAuthority> authorities) {
        var grants = new HashSet<Grant>();
        roles(authorities).forEach(role -> grants.add(Grant.everywhere(role)));
        authorities.stream()
                .filter(LimitedAuthority.class::isInstance)
                .map(LimitedAuthority.class::cast)
                .forEach(limited -> grants.add(limited.grant()));
        return grants;
    }
}

package ai.hexabase.console.security;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person of the current request; outside of requests the console itself. */
@Component
class CurrentPerson implements ActingPerson {
    @Override
    public String name() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "system" : authentication.getName();
    }

    @Override
    public String displayName() {
        return who().map(Person::displayName).orElseGet(this::name);
    }

    /** Whoever is signed in; empty when nobody is. */
    static Optional<Person> who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return EnumSet.allOf(Role.class);
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (authentication.getAuthorities().stream()
                    .anyMatch(authority -> ("ROLE_" + role.name()).equals(authority.getAuthority()))) {
                roles.add(role);
            }
        }
        return roles;
    }
}

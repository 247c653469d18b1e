package ai.hexabase.console.security;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.identity.Identity;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody signed in through an identity provider. */
final class CorporatePerson extends DefaultOidcUser implements Person {
    @Serial
    private static final long serialVersionUID = 1;

    private final String provider;
    private final String name;
    private final String displayName;

    CorporatePerson(String provider, Identity identity, OidcIdToken token, @Nullable OidcUserInfo info) {
        super(authorities(identity.roles()), token, info);
        this.provider = provider;
        this.name = identity.name();
        this.displayName = identity.displayName();
    }

    static List<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public String subject() {
        return String.valueOf(getIdToken().getSubject());
    }

    /** The same provider and subject, whatever the roles; sessions are compared by this. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CorporatePerson person
                && provider.equals(person.provider)
                && subject().equals(person.subject());
    }

    @Override
    public int hashCode() {
        return subject().hashCode();
    }
}

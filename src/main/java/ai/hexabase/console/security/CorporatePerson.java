package ai.hexabase.console.security;

import ai.hexabase.console.identity.Identity;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
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
    private final Proof proof;

    /** @param proof kept for as long as the session goes on */
    CorporatePerson(String provider, Identity identity, OidcIdToken token, @Nullable OidcUserInfo info, Proof proof) {
        super(GrantedRoles.of(identity.grants()), token, info);
        this.proof = proof;
        this.provider = provider;
        this.name = identity.name();
        this.displayName = identity.displayName();
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

    @Override
    public Proof proof() {
        return proof;
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

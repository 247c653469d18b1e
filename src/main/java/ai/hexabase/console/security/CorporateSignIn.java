package ai.hexabase.console.security;

import ai.hexabase.console.identity.Identity;
import ai.hexabase.console.identity.ProviderConnection;
import ai.hexabase.console.identity.ProviderConnections;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;

/** Makes a person with roles of what an identity provider says, or refuses them. */
@Service
class CorporateSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** Names that would be taken for somebody else on record. */
    private static final Set<String> RESERVED = Set.of("system");

    private final ProviderConnections connections;
    private final Trials trials;
    private final Confirmations confirmations;
    private final Clock clock;

    CorporateSignIn(ProviderConnections connections, Trials trials, Confirmations confirmations, Clock clock) {
        this.connections = connections;
        this.trials = trials;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var connection = connections.get(request.getClientRegistration().getRegistrationId());
        var provider = connection.provider();
        var user = ask(connection, request);
        var identity = Identity.of(provider, user.getClaims());
        if (Confirmations.isOne()) {
            throw confirmations.ended(provider, user.getIdToken());
        }
        if (Trials.isOne()) {
            throw trials.ended(provider, identity, user.getClaims());
        }
        if (!provider.on()) {
            throw new SignInRefused("provider-off", identity.name(), provider.id());
        }
        if (identity.name().isEmpty() || RESERVED.contains(identity.name())) {
            throw new SignInRefused("no-name", identity.name(), provider.id());
        }
        if (identity.roles().isEmpty()) {
            throw new SignInRefused("no-role", identity.name(), provider.id());
        }
        return new CorporatePerson(
                provider.id(),
                identity,
                user.getIdToken(),
                user.getUserInfo(),
                new Proof(AuthTimeRule.provenAt(user.getIdToken().getAuthenticatedAt(), clock.instant())));
    }

    /** The ID token says it all with most providers; where it has no roles the provider is asked once more. */
    private static OidcUser ask(ProviderConnection connection, OidcUserRequest request) {
        var plain = new DefaultOAuth2UserService();
        plain.setRestOperations(connection.operations());
        var users = new OidcUserService();
        users.setOauth2UserService(plain);
        users.setRetrieveUserInfo(
                each -> lacksRoles(connection, each.getIdToken().getClaims())
                        && each.getClientRegistration()
                                        .getProviderDetails()
                                        .getUserInfoEndpoint()
                                        .getUri()
                                != null);
        return users.loadUser(request);
    }

    private static boolean lacksRoles(ProviderConnection connection, Map<String, Object> claims) {
        return Identity.of(connection.provider(), claims).values().isEmpty();
    }
}

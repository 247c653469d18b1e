package ai.hexabase.console.security;

import ai.hexabase.console.identity.Identity;
import ai.hexabase.console.identity.ProviderConnection;
import ai.hexabase.console.identity.ProviderConnections;
import java.util.Optional;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Asks a provider again whom it vouches for, by the session's refresh token. */
@Component
class Recheck {
    /** What came of asking. */
    sealed interface Outcome {
        /** Still vouched for, perhaps with other roles. */
        record Still(CorporatePerson person, OAuth2AuthorizedClient tokens) implements Outcome {}

        record Over(SessionEnd how) implements Outcome {}

        /** Could not be asked; asked again later. */
        record Unknown(String words) implements Outcome {}
    }

    private final ProviderConnections connections;
    private final ProviderDecoders decoders;

    Recheck(ProviderConnections connections, ProviderDecoders decoders) {
        this.connections = connections;
        this.decoders = decoders;
    }

    /** Empty when the provider gave nothing to ask with. */
    Optional<Outcome> ask(CorporatePerson person, OAuth2AuthorizedClient tokens) {
        var refresh = tokens.getRefreshToken();
        if (refresh == null) {
            return Optional.empty();
        }
        try {
            var connection = connections.get(person.provider());
            var registration = connection.registration();
            var answer = connection
                    .refresh()
                    .getTokenResponse(
                            new OAuth2RefreshTokenGrantRequest(registration, tokens.getAccessToken(), refresh));
            var renewed = new OAuth2AuthorizedClient(
                    registration,
                    person.getName(),
                    answer.getAccessToken(),
                    answer.getRefreshToken() == null ? refresh : answer.getRefreshToken());
            var token = answer.getAdditionalParameters().get("id_token");
            return Optional.of(
                    token instanceof String text
                            ? read(person, connection, text, renewed)
                            : new Outcome.Still(person, renewed));
        } catch (OAuth2AuthorizationException refused) {
            return Optional.of(
                    OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())
                            ? new Outcome.Over(SessionEnd.PROVIDER)
                            : new Outcome.Unknown(String.valueOf(refused.getMessage())));
        } catch (RuntimeException away) {
            return Optional.of(new Outcome.Unknown(String.valueOf(away.getMessage())));
        }
    }

    private Outcome read(
            CorporatePerson before, ProviderConnection connection, String token, OAuth2AuthorizedClient tokens) {
        var said = decoders.createDecoder(connection.registration()).decode(token);
        if (!before.subject().equals(said.getSubject())) {
            return new Outcome.Over(SessionEnd.PROVIDER);
        }
        var identity = Identity.of(connection.provider(), said.getClaims());
        if (identity.roles().isEmpty()) {
            return new Outcome.Over(SessionEnd.NO_ROLE);
        }
        var renewed = new OidcIdToken(token, said.getIssuedAt(), said.getExpiresAt(), said.getClaims());
        return new Outcome.Still(
                new CorporatePerson(before.provider(), identity, renewed, before.getUserInfo(), before.proof()),
                tokens);
    }
}

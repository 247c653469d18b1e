package ai.hexabase.console.security;

import ai.hexabase.console.identity.ProviderConnections;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** What Spring Security needs of ours to sign people in through providers. */
@Component
record CorporateSignInParts(
        ProviderRequests requests,
        CorporateSignIn signIn,
        ProviderFailures failures,
        LeavingProvider leaving,
        PersonSessions sessions,
        ProviderConnections connections) {
    /** Notes that the session is over because its person wanted that. */
    LogoutHandler signingOut() {
        return (request, response, authentication) -> {
            var session = request.getSession(false);
            if (session != null) {
                sessions.signedOut(session);
            }
        };
    }

    /** The code for tokens, over the provider's own connection. */
    OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
        return connections
                .get(request.getClientRegistration().getRegistrationId())
                .codeExchange()
                .getTokenResponse(request);
    }
}

package ai.hexabase.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Remembers what people were sent to a provider with, and tells answers to a trial or a confirmation from others. */
final class ProviderAnswers implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private final HttpSessionOAuth2AuthorizationRequestRepository sessions =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return sessions.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
        if (sent == null) {
            sessions.removeAuthorizationRequest(request, response);
        } else {
            sessions.saveAuthorizationRequest(sent, request, response);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var sent = sessions.removeAuthorizationRequest(request, response);
        if (sent != null) {
            request.setAttribute(Trials.MARK, sent.getAttribute(Trials.MARK));
            request.setAttribute(Confirmations.MARK, sent.getAttribute(Confirmations.MARK));
        }
        return sent;
    }
}

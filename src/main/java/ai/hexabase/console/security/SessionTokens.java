package ai.hexabase.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps a provider's tokens with the session they were given for, in memory only; they go when it ends. */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {
    private static final String KEY = "hexabase.tokens";

    static @Nullable OAuth2AuthorizedClient of(HttpSession session) {
        return (OAuth2AuthorizedClient) session.getAttribute(KEY);
    }

    static void keep(HttpSession session, OAuth2AuthorizedClient tokens) {
        session.setAttribute(KEY, tokens);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String provider, Authentication principal, HttpServletRequest request) {
        var session = request.getSession(false);
        var tokens = session == null ? null : of(session);
        return tokens != null
                        && tokens.getClientRegistration().getRegistrationId().equals(provider)
                ? (T) tokens
                : null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(request.getSession(), tokens);
    }

    @Override
    public void removeAuthorizedClient(
            String provider, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }
}

package ai.hexabase.console.security;

import ai.hexabase.console.security.ui.SignInView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Where a sign-out leads: to the provider, which ends its own session too (RP-Initiated Logout 1.0), and back. */
class LeavingProvider implements LogoutSuccessHandler {
    private final RedirectStrategy redirect;
    private final OidcClientInitiatedLogoutSuccessHandler corporate;

    LeavingProvider(ClientRegistrationRepository registrations, String publicUrl, RedirectStrategy redirect) {
        this.redirect = redirect;
        corporate = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        corporate.setPostLogoutRedirectUri(publicUrl.replaceAll("/$", "") + "/" + SignInView.ROUTE);
        corporate.setDefaultTargetUrl("/" + SignInView.ROUTE);
        corporate.setRedirectStrategy(redirect);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        try {
            corporate.onLogoutSuccess(request, response, authentication);
        } catch (jakarta.servlet.ServletException | RuntimeException away) {
            redirect.sendRedirect(request, response, "/" + SignInView.ROUTE);
        }
    }
}

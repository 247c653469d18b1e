package ai.hexabase.console.security;

import ai.hexabase.console.security.ui.SignInView;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a sign-out leads: to the provider, which ends its own session too (RP-Initiated Logout 1.0), and back. */
@Component
class LeavingProvider implements LogoutSuccessHandler {
    /** A page that signs out by a message of its own is told in the answer where to go. */
    private final UidlRedirectStrategy redirect = new UidlRedirectStrategy();

    private final OidcClientInitiatedLogoutSuccessHandler corporate;

    LeavingProvider(
            ClientRegistrationRepository registrations, @Value("${console.public-url:{baseUrl}}") String publicUrl) {
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

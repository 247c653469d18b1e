package ai.hexabase.console.security;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.identity.ProviderConnections;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** What people are sent to a provider with: a sign-in, a trial, or a sign-in anew for something dangerous. */
@Component
class ProviderRequests implements OAuth2AuthorizationRequestResolver {
    private static final String BASE = "/oauth2/authorization";

    private final DefaultOAuth2AuthorizationRequestResolver plain;
    private final ProviderConnections connections;
    private final Trials trials;
    private final Confirmations confirmations;

    ProviderRequests(
            ClientRegistrationRepository registrations,
            ProviderConnections connections,
            Trials trials,
            Confirmations confirmations) {
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(registrations, BASE);
        this.connections = connections;
        this.trials = trials;
        this.confirmations = confirmations;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        var uri = request.getRequestURI();
        var base = request.getContextPath() + BASE + "/";
        return uri.startsWith(base) ? resolve(request, uri.substring(base.length())) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        if (request.getParameter("confirm") != null) {
            return confirmation(request, provider);
        }
        var on = isOn(provider);
        var beginner = request.getParameter("trial") == null ? null : trials.beginner();
        if (!on && beginner == null) {
            throw new SignInRefused("provider-off", "", provider);
        }
        var made = plain.resolve(request, provider);
        return made == null || beginner == null ? made : onTrial(made, beginner);
    }

    /** Also where nobody signs in any more: whoever came that way still has to be able to do what is dangerous. */
    private @Nullable OAuth2AuthorizationRequest confirmation(HttpServletRequest request, String provider) {
        isOn(provider);
        var beginner = Confirmations.beginner(provider);
        var made = beginner == null ? null : plain.resolve(request, provider);
        return made == null
                ? null
                : OAuth2AuthorizationRequest.from(made)
                        .attributes(attributes -> attributes.put(Confirmations.MARK, beginner))
                        .additionalParameters(parameters -> {
                            parameters.put("prompt", "login");
                            // a provider that was told this has to tell when that was (OpenID Connect Core, 3.1.2.1)
                            parameters.put("max_age", confirmations.longest().toSeconds());
                        })
                        .build();
    }

    private boolean isOn(String provider) {
        try {
            return connections.answering(provider).provider().on();
        } catch (ProblemException away) {
            throw new SignInRefused("provider-away", "", provider);
        }
    }

    /** The provider asks for the password even of somebody it knows, or the trial would prove little. */
    private static OAuth2AuthorizationRequest onTrial(OAuth2AuthorizationRequest made, String beginner) {
        return OAuth2AuthorizationRequest.from(made)
                .attributes(attributes -> attributes.put(Trials.MARK, beginner))
                .additionalParameters(parameters -> parameters.put("prompt", "login"))
                .build();
    }
}

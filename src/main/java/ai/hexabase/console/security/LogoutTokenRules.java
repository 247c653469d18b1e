package ai.hexabase.console.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a logout token must say (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
final class LogoutTokenRules implements OAuth2TokenValidator<Jwt> {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration SKEW = Duration.ofMinutes(2);
    /** A token that took longer to arrive is none that a provider sent just now. */
    static final Duration OLDEST = Duration.ofMinutes(10);

    private final ClientRegistration registration;
    private final Clock clock;

    LogoutTokenRules(ClientRegistration registration, Clock clock) {
        this.registration = registration;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (!Objects.equals(registration.getProviderDetails().getIssuerUri(), token.getClaimAsString("iss"))) {
            return wrong("iss");
        }
        var audience = token.getAudience();
        if (audience == null || !audience.contains(registration.getClientId())) {
            return wrong("aud");
        }
        var issued = token.getIssuedAt();
        if (issued == null
                || issued.isAfter(clock.instant().plus(SKEW))
                || issued.isBefore(clock.instant().minus(OLDEST))) {
            return wrong("iat");
        }
        if (!(token.getClaims().get("events") instanceof Map<?, ?> events && events.containsKey(EVENT))) {
            return wrong("events");
        }
        if (token.hasClaim("nonce")) {
            return wrong("nonce");
        }
        if (token.getId() == null || token.getId().isBlank()) {
            return wrong("jti");
        }
        return token.hasClaim("sid") || token.hasClaim("sub") ? OAuth2TokenValidatorResult.success() : wrong("sub");
    }

    private static OAuth2TokenValidatorResult wrong(String claim) {
        return OAuth2TokenValidatorResult.failure(
                new OAuth2Error("invalid_request", "The claim " + claim + " is wrong", null));
    }
}

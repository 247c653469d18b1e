package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.identity.ProviderConnections;
import ai.hexabase.console.security.ui.SignInLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where identity providers say that somebody's session is over (OpenID Connect Back-Channel Logout 1.0). */
@RestController
class BackChannelLogout {
    static final String PLACE = "/" + SignInLinks.BACK_CHANNEL;

    private static final MappedJwtClaimSetConverter TYPES = MappedJwtClaimSetConverter.withDefaults(Map.of());
    private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);

    private final ProviderConnections connections;
    private final PersonSessions sessions;
    private final LogoutTokenStore taken;
    private final RefusedSignIns signIns;
    private final Clock clock;

    BackChannelLogout(
            ProviderConnections connections,
            PersonSessions sessions,
            LogoutTokenStore taken,
            RefusedSignIns signIns,
            Clock clock) {
        this.taken = taken;
        this.signIns = signIns;
        this.connections = connections;
        this.sessions = sessions;
        this.clock = clock;
    }

    @PostMapping(path = PLACE + "{provider}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> ended(
            @PathVariable String provider, @RequestParam("logout_token") String token, HttpServletRequest request) {
        try {
            var said = decode(provider, token);
            if (!taken.take(provider, String.valueOf(said.getId()))) {
                throw new BadJwtException("The claim jti is wrong: this token was sent before");
            }
            var count = sessions.endOfProvider(
                    provider, said.getClaimAsString("sid"), said.getSubject(), request.getRemoteAddr());
            log.info("Identity provider {} ended {} sessions", provider, count);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (ProblemException | JwtException | IllegalArgumentException wrong) {
            refused(provider, wrong, request);
            return ResponseEntity.badRequest()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
    }

    private void refused(String provider, RuntimeException wrong, HttpServletRequest request) {
        log.warn("A logout token for {} was refused: {}", provider, wrong.getMessage());
        signIns.add(
                new Actor("", "", provider, request.getRemoteAddr(), null),
                Act.of("session.provider-ended")
                        .refused(Problem.of("logout-token", provider).saying(wrong.getMessage())),
                false);
    }

    private Jwt decode(String provider, String token) {
        var connection = connections.get(provider);
        var decoder = connection.decoder();
        decoder.setClaimSetConverter(BackChannelLogout::asSaid);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new LogoutTokenRules(connection.registration(), clock)));
        return decoder.decode(token);
    }

    /** Of the right types, but without a time of issue that nobody named. */
    private static Map<String, Object> asSaid(Map<String, Object> claims) {
        var read = new LinkedHashMap<>(TYPES.convert(claims));
        if (!claims.containsKey(JwtClaimNames.IAT)) {
            read.remove(JwtClaimNames.IAT);
        }
        return read;
    }
}

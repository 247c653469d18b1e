package ai.hexabase.console.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The sessions that this console itself keeps, by the ids under which all consoles know them. */
@Component
class LocalSessions implements HttpSessionListener {
    private static final String ID = "hexabase.session";
    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Map<UUID, HttpSession> kept = new ConcurrentHashMap<>();
    private volatile BiConsumer<UUID, SessionEnd> ended = (id, how) -> {};

    /** Told when one is over that nobody ended. */
    void onEnd(BiConsumer<UUID, SessionEnd> listener) {
        ended = listener;
    }

    static @Nullable UUID idOf(HttpSession session) {
        return (UUID) session.getAttribute(ID);
    }

    /** The session that somebody is signed in to; empty when it is none of these, as for the console itself. */
    Optional<UUID> idOf(@Nullable Authentication who) {
        return who != null && who.getDetails() instanceof WebAuthenticationDetails web
                ? kept.keySet().stream()
                        .filter(id -> id.toString().equals(web.getSessionId()))
                        .findFirst()
                : Optional.empty();
    }

    void keep(UUID id, HttpSession session) {
        session.setAttribute(ID, id);
        kept.put(id, session);
    }

    Set<UUID> ids() {
        return Set.copyOf(kept.keySet());
    }

    /** When the browser was last heard of; empty when it is over. */
    Optional<Instant> seenAt(UUID id) {
        return open(id).map(session -> Instant.ofEpochMilli(session.getLastAccessedTime()));
    }

    /** It ends after that long without activity. */
    void limitIdle(UUID id, Duration idle) {
        var seconds = Math.toIntExact(idle.toSeconds());
        open(id).filter(session -> session.getMaxInactiveInterval() != seconds)
                .ifPresent(session -> session.setMaxInactiveInterval(seconds));
    }

    /** Who is signed in there; empty when nobody is. */
    Optional<Authentication> who(UUID id) {
        return open(id).map(session -> session.getAttribute(CONTEXT))
                .filter(SecurityContext.class::isInstance)
                .map(context -> ((SecurityContext) context).getAuthentication());
    }

    /** Who is signed in there through a provider; empty when nobody is. */
    Optional<SignedIn> signedIn(UUID id) {
        return open(id).flatMap(session -> {
            var tokens = SessionTokens.of(session);
            return tokens == null ? Optional.empty() : who(id).map(who -> new SignedIn(session, who, tokens));
        });
    }

    /** Somebody's sign-in through a provider, as the session keeps it. */
    record SignedIn(HttpSession session, Authentication authentication, OAuth2AuthorizedClient tokens) {
        /** From the next request on. */
        void replace(Authentication renewed, OAuth2AuthorizedClient renewedTokens) {
            SessionTokens.keep(session, renewedTokens);
            session.setAttribute(CONTEXT, new SecurityContextImpl(renewed));
        }
    }

    private Optional<HttpSession> open(UUID id) {
        var session = kept.get(id);
        try {
            if (session != null) {
                session.getCreationTime();
            }
            return Optional.ofNullable(session);
        } catch (IllegalStateException over) {
            kept.remove(id);
            return Optional.empty();
        }
    }

    /** Its pages lead to the sign-in from now on. */
    void drop(UUID id) {
        var session = kept.remove(id);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException over) {
                // it was over already
            }
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        var id = idOf(event.getSession());
        if (id != null && kept.remove(id) != null) {
            ended.accept(id, SessionEnd.EXPIRED);
        }
    }
}

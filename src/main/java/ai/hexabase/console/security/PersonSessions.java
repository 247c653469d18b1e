package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.identity.IdentityProviders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sessions of people, known to all consoles on one database. */
@Service
public class PersonSessions {
    private static final Logger log = LoggerFactory.getLogger(PersonSessions.class);
    private static final int LONGEST_AGENT = 300;
    private static final int SHOWN = 20;

    private final SessionStore store;
    private final LocalSessions local;
    private final IdentityProviders providers;
    private final Acts acts;
    private final Clock clock;

    PersonSessions(SessionStore store, LocalSessions local, IdentityProviders providers, Acts acts, Clock clock) {
        this.providers = providers;
        this.store = store;
        this.local = local;
        this.acts = acts;
        this.clock = clock;
        local.onEnd(this::note);
    }

    /** First of all who hear of it, so that the sign-in itself is on record with its session. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin(InteractiveAuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && event.getAuthentication().getPrincipal() instanceof Person person) {
            var request = attributes.getRequest();
            begin(event.getAuthentication(), person, request, request.getSession());
        }
    }

    private void begin(Authentication who, Person person, HttpServletRequest request, HttpSession session) {
        var before = LocalSessions.idOf(session);
        if (before != null) {
            store.end(before, SessionEnd.REPLACED, now());
        }
        var made = new PersonSession(
                UUID.randomUUID(),
                who.getName(),
                person.provider(),
                person.subject(),
                person instanceof CorporatePerson corporate ? corporate.getClaimAsString("sid") : null,
                request.getRemoteAddr(),
                shortened(request.getHeader("User-Agent")),
                now(),
                now(),
                null,
                null);
        store.insert(made);
        local.keep(made.id(), session);
        name(who, made);
    }

    /** The record names the session by the id that the list of sessions shows, not by the cookie that opens it. */
    private static void name(Authentication who, PersonSession session) {
        if (who instanceof AbstractAuthenticationToken token) {
            token.setDetails(new WebAuthenticationDetails(
                    String.valueOf(session.address()), session.id().toString()));
        }
    }

    private static @Nullable String shortened(@Nullable String agent) {
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }

    private void note(UUID id, SessionEnd how) {
        try {
            store.end(id, how, now());
        } catch (RuntimeException away) {
            log.warn("The end of session {} could not be noted: {}", id, away.getMessage());
        }
    }

    /** Ends one here and now. */
    void end(UUID id, SessionEnd how) {
        store.end(id, how, now());
        local.drop(id);
    }

    void signedOut(HttpSession session) {
        var id = LocalSessions.idOf(session);
        if (id != null) {
            note(id, SessionEnd.SIGNED_OUT);
        }
    }

    /**
     * Ends what a provider's logout names: a session of its own, all of a person, or both.
     *
     * @return how many were open
     */
    @Transactional
    public int endOfProvider(
            String provider, @Nullable String session, @Nullable String subject, @Nullable String address) {
        var over = store.endOfProvider(provider, session, subject, now());
        over.forEach(each -> acts.record(
                new Actor(each.subject(), each.account(), provider, address, null), Act.of("session.provider-ended")));
        over.forEach(each -> local.drop(each.id()));
        return over.size();
    }

    /** The acting person's own, newest first. */
    public List<PersonSession> mine() {
        var person = CurrentPerson.signedIn().orElse(null);
        return person == null ? List.of() : store.of(person.provider(), person.subject(), SHOWN);
    }

    /** Ends all of the acting person's sessions but the one of this request. */
    @Transactional
    public int endMyOthers(UUID but) {
        var person = CurrentPerson.signedIn().orElse(null);
        if (person == null) {
            return 0;
        }
        var over = store.endOthers(person.provider(), person.subject(), but, now());
        acts.record(Act.of("session.end-others"));
        over.forEach(each -> local.drop(each.id()));
        return over.size();
    }

    /** The session of this request; empty outside of requests. */
    public Optional<UUID> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getSession(false)).map(LocalSessions::idOf)
                : Optional.empty();
    }

    /** Sessions since then that an account of the console itself opened although a provider is switched on. */
    public List<PersonSession> pastProvider(Instant since) {
        return providers.switchedOn().isEmpty() ? List.of() : store.since(Person.LOCAL, since);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

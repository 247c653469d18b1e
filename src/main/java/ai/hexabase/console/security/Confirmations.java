package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.security.SessionLimits.Limit;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** People prove once more who they are, in the session they have: by password, or through their provider. */
@Service
public class Confirmations {
    /** Marks a request to the provider, and the answer to it; the value is who began it. */
    static final String MARK = "hexabase.confirmation";

    /** Where a confirmation through a provider ends, in a window of its own. */
    public static final String PLACE = "sign-in/confirmed";

    private static final String OUTCOME = "hexabase.confirmation.outcome";

    private final CurrentPerson current;
    private final PasswordCheck passwords;
    private final Acts acts;
    private final Clock clock;
    private final PresentLimits limits;
    private final List<Consumer<Outcome>> listeners = new CopyOnWriteArrayList<>();

    Confirmations(CurrentPerson current, PasswordCheck passwords, Acts acts, PresentLimits limits, Clock clock) {
        this.current = current;
        this.passwords = passwords;
        this.acts = acts;
        this.clock = clock;
        this.limits = limits;
    }

    /** What came of one; {@code problem} is null when it is that person. */
    private record Outcome(Proof proof, @Nullable Problem problem) {}

    /** Thrown to end one before anybody is signed in anew: the session that is there goes on. */
    static final class Ended extends OAuth2AuthenticationException {
        @Serial
        private static final long serialVersionUID = 1;

        private Ended() {
            super("confirmation");
        }
    }

    /** Who began one, and with that the sign-in it belongs to. */
    record Beginner(Person person, Authentication authentication) implements Serializable {}

    /** How old a sign-in may be for something dangerous. */
    public Duration longest() {
        return limits.of(Limit.STEP_UP);
    }

    /** Whether the acting person proved not long ago who they are. */
    public boolean isRecent() {
        return current.isRecent();
    }

    /** Where one through the acting person's provider begins; empty for those with an account of the console's own. */
    public Optional<String> begin() {
        return me().map(Person::provider)
                .filter(provider -> !Person.LOCAL.equals(provider))
                .map(provider -> "oauth2/authorization/" + provider + "?confirm");
    }

    /** Whether the answer that is being worked on is one to a confirmation. */
    static boolean isOne() {
        return beginner().isPresent();
    }

    private static Optional<Beginner> beginner() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Beginner) request.getAttribute(MARK, RequestAttributes.SCOPE_REQUEST));
    }

    /** Who may begin one through this provider: somebody whom it signed in. */
    static @Nullable Beginner beginner(String provider) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                        && who.getPrincipal() instanceof Person person
                        && person.provider().equals(provider)
                ? new Beginner(person, who)
                : null;
    }

    /** The provider vouched for somebody; is it the same person, and did they sign in just now? */
    Ended ended(IdentityProvider provider, OidcIdToken token) {
        var beginner = beginner().orElseThrow();
        var person = beginner.person();
        var same = person.provider().equals(provider.id()) && person.subject().equals(token.getSubject());
        var problem = same
                ? AuthTimeRule.check(token.getAuthenticatedAt(), clock.instant(), longest())
                        .orElse(null)
                : Problem.of("confirm-other-person", beginner.authentication().getName());
        return over(beginner, problem, token);
    }

    private Ended over(Beginner beginner, @Nullable Problem problem, OidcIdToken token) {
        if (problem == null) {
            var proved = AuthTimeRule.provenAt(token.getAuthenticatedAt(), clock.instant());
            beginner.person().proof().renew(Objects.requireNonNull(proved));
        }
        tell(beginner, problem);
        return new Ended();
    }

    /** It did not come so far that the provider vouched for anybody. */
    void failed(Problem why) {
        beginner().ifPresent(beginner -> tell(beginner, why));
    }

    private void tell(Beginner beginner, @Nullable Problem problem) {
        var act = Act.of("session.confirm");
        var who = CurrentActor.of(beginner.authentication());
        if (problem == null) {
            acts.record(who, act);
        } else {
            acts.recordRefusal(who, act.refused(problem));
        }
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(OUTCOME, Optional.ofNullable(problem), RequestAttributes.SCOPE_SESSION);
        }
        var outcome = new Outcome(beginner.person().proof(), problem);
        listeners.forEach(listener -> listener.accept(outcome));
    }

    /** What the last one of this session came to: nothing in it when it was the person; empty when there was none. */
    @SuppressWarnings("unchecked")
    public Optional<Optional<Problem>> last() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable(
                        (Optional<Problem>) request.getAttribute(OUTCOME, RequestAttributes.SCOPE_SESSION));
    }

    /** Hears of the acting person's confirmations, until closed; nothing in it when it was the person. */
    public AutoCloseable listen(Consumer<Optional<Problem>> listener) {
        var mine = me().map(Person::proof).orElse(null);
        Consumer<Outcome> hearing = outcome -> {
            if (outcome.proof() == mine) {
                listener.accept(Optional.ofNullable(outcome.problem()));
            }
        };
        listeners.add(hearing);
        return () -> listeners.remove(hearing);
    }

    /**
     * Proves it by the password of the acting person's own account at this console.
     *
     * @throws ProblemException {@code confirm-wrong}, {@code confirm-resting} after too many wrong ones, {@code
     *     confirm-away} when it cannot be looked up
     */
    public void byPassword(String password) {
        var person = me().filter(LocalPerson.class::isInstance)
                .orElseThrow(() -> new ProblemException(Problem.of("confirm-wrong")));
        var act = Act.of("session.confirm");
        acts.attempt(act, () -> passwords.check(current.name(), password));
        person.proof().renew(clock.instant());
        acts.record(act);
    }

    private static Optional<Person> me() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Person person ? Optional.of(person) : Optional.empty();
    }
}

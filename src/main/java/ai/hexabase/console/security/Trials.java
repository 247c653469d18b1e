package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.identity.Identity;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.security.ui.SignInLinks;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Sign-ins on trial: the whole way through the provider and back, without anybody being signed in. */
@Service
public class Trials {
    /** Marks a request to the provider, and the answer to it, as a trial. */
    static final String MARK = "hexabase.trial";

    private final IdentityProviders providers;
    private final ActingPerson person;
    private final Acts acts;
    private final Clock clock;
    private final Map<String, Trial> last = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Trial>> listeners = new CopyOnWriteArrayList<>();

    Trials(IdentityProviders providers, ActingPerson person, Acts acts, Clock clock) {
        this.providers = providers;
        this.person = person;
        this.acts = acts;
        this.clock = clock;
    }

    /** Thrown to end a trial before anybody is signed in. */
    static final class Ended extends OAuth2AuthenticationException {
        @Serial
        private static final long serialVersionUID = 1;

        private final String provider;

        private Ended(String provider) {
            super("trial");
            this.provider = provider;
        }

        String provider() {
            return provider;
        }
    }

    /** Whether the answer that is being worked on is one to a trial. */
    static boolean isOne() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(MARK, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Where the provider's answer to a trial is shown. */
    public static String place(String provider) {
        return SignInLinks.provider(provider) + "/trial";
    }

    /** Where a trial begins. */
    public static String begin(String provider) {
        return "oauth2/authorization/" + provider + "?trial";
    }

    Ended ended(IdentityProvider provider, Identity identity, Map<String, Object> claims) {
        var trial = new Trial(by(), clock.instant(), identity, Map.copyOf(claims), null);
        if (trial.wouldSignIn()) {
            providers.noteTest(provider.id());
        }
        tell(provider.id(), trial);
        return new Ended(provider.id());
    }

    void failed(String provider, Problem why) {
        tell(provider, new Trial(by(), clock.instant(), null, Map.of(), why));
    }

    /** While the answer is worked on nobody counts as signed in, so the one who began it is known from the request. */
    private static String by() {
        var request = RequestContextHolder.getRequestAttributes();
        var mark = request == null ? null : request.getAttribute(MARK, RequestAttributes.SCOPE_REQUEST);
        return mark == null ? "" : mark.toString();
    }

    private void tell(String provider, Trial trial) {
        acts.record(Actor.unknown(trial.by(), null), act(provider, trial));
        last.put(provider, trial);
        listeners.forEach(listener -> listener.accept(provider, trial));
    }

    private static Act act(String provider, Trial trial) {
        var act = Act.of("identity.trial").on("identity-provider", provider, provider);
        var why = trial.problem();
        if (why != null) {
            return act.refused(why);
        }
        var found = Objects.requireNonNull(trial.identity());
        return act.after(Map.of("person", found.name(), "roles", found.roles(), "would sign in", trial.wouldSignIn()));
    }

    /** The last trial of a provider since the console was started; for administrators. */
    public Optional<Trial> last(String provider) {
        person.require(Role.ADMIN);
        return Optional.ofNullable(last.get(provider));
    }

    /** Hears of trials until closed. */
    public AutoCloseable listen(BiConsumer<String, Trial> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Who may begin one: the acting person's name when that is an administrator, else null. */
    @Nullable
    String beginner() {
        return person.roles().contains(Role.ADMIN) ? person.name() : null;
    }
}

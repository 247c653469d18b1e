package ai.hexabase.console.identity;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The identity providers: set up by administrators, at run time, each change on record. */
@Service
public class IdentityProviders {
    private static final String OBJECT = "identity-provider";

    private final ProviderStore store;
    private final ProviderConnections connections;
    private final Sealer sealer;
    private final Acts acts;
    private final ActingPerson person;
    private final Clock clock;

    IdentityProviders(
            ProviderStore store,
            ProviderConnections connections,
            Sealer sealer,
            Acts acts,
            ActingPerson person,
            Clock clock) {
        this.store = store;
        this.connections = connections;
        this.sealer = sealer;
        this.acts = acts;
        this.person = person;
        this.clock = clock;
    }

    static String sealedFor(String id) {
        return "identity provider " + id;
    }

    /** Those that people may sign in through; anybody may know. */
    public List<IdentityProvider> switchedOn() {
        return store.all().stream()
                .map(ProviderStore.Stored::provider)
                .filter(IdentityProvider::on)
                .toList();
    }

    /** All of them, oldest first; for administrators and auditors. */
    public List<IdentityProvider> all() {
        person.require(Role.AUDITOR);
        return store.all().stream().map(ProviderStore.Stored::provider).toList();
    }

    /** One of them; for the sign-in, which asks in nobody's name. */
    public Optional<IdentityProvider> find(String id) {
        return store.find(id).map(ProviderStore.Stored::provider);
    }

    /** Whether a client secret is kept for it, which nobody can read. */
    public boolean hasSecret(String id) {
        return store.find(id).map(stored -> stored.sealedSecret() != null).orElse(false);
    }

    /** What is wrong with these settings; each problem's code names the field it belongs to. */
    public List<Problem> check(IdentityProvider provider) {
        return ProviderRules.check(provider);
    }

    /** Asks the provider at this issuer what it offers; a problem when it cannot be asked. */
    public ProviderConnection reach(IdentityProvider provider) {
        person.require(Role.ADMIN);
        ProviderRules.check(provider).stream()
                .filter(problem -> problem.code().startsWith("identity-issuer")
                        || problem.code().startsWith("identity-authorities"))
                .findFirst()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        return connections.tryOut(provider);
    }

    /**
     * Keeps a new provider, switched off, or changes one.
     *
     * @param secret the client's; null keeps the one there is, empty takes it away
     */
    @Transactional
    public IdentityProvider save(IdentityProvider provider, @Nullable String secret) {
        return acts.attempt(act("identity.save", provider), () -> {
            person.require(Role.ADMIN);
            ProviderRules.check(provider).stream().findFirst().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            var before = store.find(provider.id());
            return before.isPresent() ? change(before.get(), provider, secret) : add(provider, secret);
        });
    }

    private IdentityProvider add(IdentityProvider provider, @Nullable String secret) {
        var made = provider.switched(false).tested(null);
        store.insert(new ProviderStore.Stored(made, sealed(made.id(), secret), now()));
        acts.record(act("identity.add", made).after(made.facts()));
        return made;
    }

    private IdentityProvider change(ProviderStore.Stored before, IdentityProvider wanted, @Nullable String secret) {
        var old = before.provider();
        var same = !wanted.differsInMoreThanName(old) && secret == null;
        var made = wanted.switched(old.on()).tested(same ? old.testedAt() : null);
        var kept = secret == null ? before.sealedSecret() : sealed(made.id(), secret);
        store.update(new ProviderStore.Stored(made, kept, now()));
        acts.record(act("identity.change", made).before(facts(old, false)).after(facts(made, secret != null)));
        return made;
    }

    private static Map<String, Object> facts(IdentityProvider provider, boolean newSecret) {
        var facts = provider.facts();
        if (newSecret) {
            facts.put("credentials", "replaced");
        }
        return facts;
    }

    private byte @Nullable [] sealed(String id, @Nullable String secret) {
        return secret == null || secret.isEmpty()
                ? null
                : sealer.seal(secret.getBytes(StandardCharsets.UTF_8), sealedFor(id));
    }

    /** Lets people sign in through it; only after somebody has done so on trial. */
    @Transactional
    public IdentityProvider switchOn(String id) {
        return switched("identity.switch-on", id, true);
    }

    /** Nobody signs in through it any more; sessions that are open stay. */
    @Transactional
    public IdentityProvider switchOff(String id) {
        return switched("identity.switch-off", id, false);
    }

    private IdentityProvider switched(String kind, String id, boolean on) {
        var stored = stored(id);
        return acts.attempt(act(kind, stored.provider()), () -> {
            person.require(Role.ADMIN);
            person.requireRecent(Dangerous.SWITCH_PROVIDER);
            if (on && stored.provider().testedAt() == null) {
                throw new ProblemException(
                        Problem.of("identity-untested", stored.provider().name()));
            }
            var made = stored.provider().switched(on);
            store.update(new ProviderStore.Stored(made, stored.sealedSecret(), stored.changedAt()));
            acts.record(
                    act(kind, made).before(Map.of("on", stored.provider().on())).after(Map.of("on", on)));
            return made;
        });
    }

    @Transactional
    public void remove(String id) {
        var provider = stored(id).provider();
        acts.attempt(act("identity.remove", provider), () -> {
            person.require(Role.ADMIN);
            person.requireRecent(Dangerous.REMOVE_PROVIDER);
            store.delete(id);
            acts.record(act("identity.remove", provider).before(provider.facts()));
        });
    }

    /** Somebody signed in on trial and would have had a role. */
    @Transactional
    public void noteTest(String id) {
        var stored = stored(id);
        store.update(
                new ProviderStore.Stored(stored.provider().tested(now()), stored.sealedSecret(), stored.changedAt()));
    }

    private ProviderStore.Stored stored(String id) {
        return store.find(id).orElseThrow(() -> new ProblemException(Problem.of("identity-unknown", id)));
    }

    static Act act(String kind, IdentityProvider provider) {
        return Act.of(kind).on(OBJECT, provider.id(), provider.name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

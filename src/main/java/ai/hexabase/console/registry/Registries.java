package ai.hexabase.console.registry;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The image registries: set up and tested by administrators, each change on record. */
@Service
public class Registries {
    private final RegistryStore store;
    private final Sealer sealer;
    private final Acts acts;
    private final ActingPerson person;
    private final Clock clock;

    Registries(RegistryStore store, Sealer sealer, Acts acts, ActingPerson person, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.acts = acts;
        this.person = person;
        this.clock = clock;
    }

    /** All of them by address; for those who plan installations. */
    public List<ImageRegistry> all() {
        return store.all().stream().map(RegistryStore.Stored::registry).toList();
    }

    public Optional<ImageRegistry> find(RegistryId id) {
        return store.find(id).map(RegistryStore.Stored::registry);
    }

    /** Whether a password is kept for it, which nobody can read. */
    public boolean hasPassword(RegistryId id) {
        return store.find(id).map(stored -> stored.sealedPassword() != null).orElse(false);
    }

    /** The registry's password, to be sealed elsewhere and never to be shown; empty where there is none. */
    @Transactional
    public String lend(RegistryId id) {
        var stored = stored(id);
        return acts.attempt(act("registry.lend", stored.registry()), () -> {
            person.requireSomewhere(Role.OPERATOR);
            var password = opened(stored).orElse("");
            acts.record(act("registry.lend", stored.registry()));
            return password;
        });
    }

    private Optional<String> opened(RegistryStore.Stored stored) {
        return Optional.ofNullable(stored.sealedPassword())
                .map(kept ->
                        new String(sealer.open(kept, sealedFor(stored.registry().id())), StandardCharsets.UTF_8));
    }

    /**
     * What is wrong with these settings; each problem's code names the field it belongs to.
     *
     * @param password null keeps the one there is
     */
    public List<Problem> check(ImageRegistry registry, @Nullable String password) {
        var has = password == null ? !registry.account().isEmpty() && hasPassword(registry.id()) : !password.isEmpty();
        return RegistryRules.check(registry, has);
    }

    /**
     * Keeps a new registry or changes one.
     *
     * @param password null keeps the one there is, empty takes it away
     */
    @Transactional
    public ImageRegistry save(ImageRegistry registry, @Nullable String password) {
        return acts.attempt(act("registry.save", registry), () -> {
            person.require(Role.ADMIN);
            check(registry, password).stream().findFirst().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            try {
                var before = store.find(registry.id());
                return before.isPresent() ? change(before.get(), registry, password) : add(registry, password);
            } catch (DuplicateKeyException taken) {
                throw new ProblemException(
                        Problem.of("registry-address-taken", registry.address(), registry.account()), taken);
            }
        });
    }

    private ImageRegistry add(ImageRegistry registry, @Nullable String password) {
        var made = registry.checked(null);
        store.insert(new RegistryStore.Stored(made, sealed(made, password)));
        acts.record(act("registry.add", made).after(made.facts()));
        return made;
    }

    private ImageRegistry change(RegistryStore.Stored before, ImageRegistry wanted, @Nullable String password) {
        var old = before.registry();
        var same = password == null && wanted.checked(old.check()).equals(old);
        var made = wanted.checked(same ? old.check() : null);
        var kept = password == null && !made.account().isEmpty() ? before.sealedPassword() : sealed(made, password);
        store.update(new RegistryStore.Stored(made, kept));
        acts.record(act("registry.change", made).before(old.facts()).after(facts(made, password != null)));
        return made;
    }

    private static Map<String, Object> facts(ImageRegistry registry, boolean newPassword) {
        var facts = new LinkedHashMap<>(registry.facts());
        if (newPassword) {
            facts.put("credentials", "replaced");
        }
        return facts;
    }

    private byte @Nullable [] sealed(ImageRegistry registry, @Nullable String password) {
        return password == null || password.isEmpty()
                ? null
                : sealer.seal(password.getBytes(StandardCharsets.UTF_8), sealedFor(registry.id()));
    }

    private static String sealedFor(RegistryId id) {
        return "image registry " + id;
    }

    /**
     * Asks the registry for an image as a container runtime would, and keeps what came of it, good or bad.
     *
     * @param image repository with tag or digest, such as {@code hexabase/control-plane:1.4}
     * @throws ProblemException {@code registry-image-form} when that names none, {@code registry-unknown}
     */
    public RegistryCheck test(RegistryId id, String image) {
        var stored = stored(id);
        var intent = act("registry.test", stored.registry());
        return acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            var name = ImageName.read(image, stored.registry().address())
                    .orElseThrow(() -> new ProblemException(Problem.of("registry-image-form")));
            var check = ask(stored, name);
            var problem = check.problem();
            var act = intent.after(Map.of("image", check.image()));
            acts.together(problem == null ? act : act.failed(problem), () -> store.note(stored.registry(), check));
            return check;
        });
    }

    private RegistryCheck ask(RegistryStore.Stored stored, ImageName image) {
        var registry = stored.registry();
        try (var http = new RegistryHttp(Authorities.read(registry.authorities()))) {
            var found = new RegistryTrial(http, registry, opened(stored).orElse(null), image).run();
            return new RegistryCheck(clock.instant(), image.toString(), found.digest(), found.signIn(), null);
        } catch (ProblemException why) {
            return new RegistryCheck(clock.instant(), image.toString(), null, null, why.problem());
        }
    }

    @Transactional
    public void remove(RegistryId id) {
        var registry = stored(id).registry();
        acts.attempt(act("registry.remove", registry), () -> {
            person.require(Role.ADMIN);
            store.delete(id);
            acts.record(act("registry.remove", registry).before(registry.facts()));
        });
    }

    private RegistryStore.Stored stored(RegistryId id) {
        return store.find(id).orElseThrow(() -> new ProblemException(Problem.of("registry-unknown", id)));
    }

    private static Act act(String kind, ImageRegistry registry) {
        return Act.of(kind).on("image-registry", registry.id(), registry.address());
    }
}

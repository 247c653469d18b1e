package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.jobs.Jobs;
import ai.hexabase.console.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the record is forwarded to: set up by administrators, each change on record. */
@Service
public class ForwardTargets {
    /** Under which changes of targets are announced. */
    public static final String TOPIC = "audit-target";

    static final String OBJECT = "audit-target";

    private final ForwardStore store;
    private final AuditStore entries;
    private final Sealer sealer;
    private final Jobs jobs;
    private final Acts acts;
    private final ActingPerson person;
    private final Clock clock;

    ForwardTargets(
            ForwardStore store,
            AuditStore entries,
            Sealer sealer,
            Jobs jobs,
            Acts acts,
            ActingPerson person,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.sealer = sealer;
        this.jobs = jobs;
        this.acts = acts;
        this.person = person;
        this.clock = clock;
    }

    /** Oldest first; for administrators and auditors. */
    public List<ForwardTarget> all() {
        person.require(Role.AUDITOR);
        return store.all();
    }

    /** The last entry on record, to which a target that is not behind has come. */
    public long end() {
        person.require(Role.AUDITOR);
        return last();
    }

    private long last() {
        return entries.last().map(Link::seq).orElse(0L);
    }

    /** Whether a secret is kept for it, which nobody can read. */
    public boolean hasSecret(UUID id) {
        return store.sealedSecret(id).isPresent();
    }

    /** What is wrong with these settings; each problem's code names the field it belongs to. */
    public List<Problem> check(ForwardTarget target) {
        return ForwardRules.check(target);
    }

    /**
     * Begins to forward.
     *
     * @param secret signs what a webhook is sent; null and empty for none
     * @param everything what is on record already, too; else what comes from now on
     */
    @Transactional
    public void add(ForwardTarget wanted, @Nullable String secret, boolean everything) {
        acts.attempt(act("audit.forward-add", wanted), () -> {
            require(wanted);
            var position = everything ? 0 : last();
            var made = new ForwardTarget(
                    wanted.id(),
                    wanted.name(),
                    wanted.kind(),
                    wanted.address(),
                    wanted.single(),
                    wanted.enterprise(),
                    wanted.authorities(),
                    false,
                    new ForwardTarget.Progress(position, 0, null, null));
            store.insert(made, secret == null || secret.isEmpty() ? null : sealed(made.id(), secret), clock.instant());
            acts.record(act("audit.forward-add", made).after(made.facts()));
            wake(made.id());
        });
    }

    /** Changes where and how it is sent; it goes on where it was. A secret of null stays, an empty one goes. */
    @Transactional
    public void change(ForwardTarget wanted, @Nullable String secret) {
        acts.attempt(act("audit.forward-change", wanted), () -> {
            require(wanted);
            var before = get(wanted.id());
            var made = wanted.paused(before.paused());
            store.update(made, secret == null ? null : sealed(made.id(), secret));
            var after = made.facts();
            if (secret != null) {
                after.put("credentials", "replaced");
            }
            acts.record(act("audit.forward-change", made).before(before.facts()).after(after));
            wake(made.id());
        });
    }

    private void require(ForwardTarget wanted) {
        person.require(Role.ADMIN);
        ForwardRules.check(wanted).stream().findFirst().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        if (store.all().stream()
                .anyMatch(
                        other -> !other.id().equals(wanted.id()) && other.name().equals(wanted.name()))) {
            throw new ProblemException(Problem.of("audit-target-name-taken", wanted.name()));
        }
    }

    private byte[] sealed(UUID id, String secret) {
        return secret.isEmpty()
                ? new byte[0]
                : sealer.seal(secret.getBytes(StandardCharsets.UTF_8), Carriers.sealedFor(id));
    }

    /** Nothing is sent until {@link #resume}; what is on record by then is sent after all. */
    @Transactional
    public void pause(UUID id) {
        switched("audit.forward-pause", id, true);
    }

    @Transactional
    public void resume(UUID id) {
        switched("audit.forward-resume", id, false);
    }

    private void switched(String kind, UUID id, boolean paused) {
        on(kind, id, before -> {
            store.update(before.paused(paused), null);
            acts.record(
                    act(kind, before).before(Map.of("paused", before.paused())).after(Map.of("paused", paused)));
            wake(id);
        });
    }

    /** Forgets the target, its secret and how far it had come. */
    @Transactional
    public void remove(UUID id) {
        on("audit.forward-remove", id, before -> {
            store.delete(id);
            acts.record(act("audit.forward-remove", before).before(before.facts()));
        });
    }

    /** Puts a test on record, which goes to this target and all others like any entry. */
    @Transactional
    public void test(UUID id) {
        on("audit.forward-test", id, target -> {
            acts.record(act("audit.forward-test", target));
            wake(id);
        });
    }

    /** Tries at once what would be tried later. */
    public void tryNow(UUID id) {
        person.require(Role.ADMIN);
        wake(id);
    }

    private void wake(UUID id) {
        jobs.wake(Forwarding.NAME, id.toString());
    }

    private void on(String kind, UUID id, Consumer<ForwardTarget> work) {
        var intent = store.find(id).map(target -> act(kind, target)).orElse(Act.of(kind));
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            work.accept(get(id));
        });
    }

    private ForwardTarget get(UUID id) {
        return store.find(id).orElseThrow(() -> new ProblemException(Problem.of("audit-target-unknown")));
    }

    private static Act act(String kind, ForwardTarget target) {
        return Act.of(kind).on(OBJECT, target.id(), target.name());
    }
}

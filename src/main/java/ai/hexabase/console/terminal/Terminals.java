package ai.hexabase.console.terminal;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Terminals in containers: for administrators, with a reason, each on record before it opens and at its end. The
 * cluster's own permission is asked for each time.
 */
@Component
public class Terminals implements DisposableBean {
    /** After this long without anything typed a terminal is closed. */
    public static final Duration IDLE = Duration.ofMinutes(10);

    /** Terminals that one console keeps open at once. */
    public static final int MOST = 20;

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Terminals.class);

    private final Clusters clusters;
    private final TerminalStore store;
    private final ActingPerson person;
    private final Acts acts;
    private final Clock clock;
    private final Map<UUID, Terminal> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("terminals").factory());

    Terminals(Clusters clusters, TerminalStore store, ActingPerson person, Acts acts, Clock clock) {
        this.clusters = clusters;
        this.store = store;
        this.person = person;
        this.acts = acts;
        this.clock = clock;
        looking.scheduleWithFixedDelay(this::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    /** Why this person cannot open a terminal in that cluster; empty when they can. */
    public Optional<Problem> objection(ClusterId cluster) {
        return person.may(Role.ADMIN, cluster) ? Optional.empty() : Optional.of(Problem.of("role-missing", "admin"));
    }

    /** The containers of a pod, those that are over at its start last; a pod that is gone is problem {@code terminal-no-pod}. */
    public List<String> containers(ClusterId cluster, String namespace, String pod) {
        person.require(Role.ADMIN, cluster);
        var found = clusters.connection(cluster)
                .get(ResourceKind.POD.named(namespace, pod))
                .orElseThrow(() -> new ProblemException(Problem.of("terminal-no-pod", pod)));
        return Stream.of("/spec/containers", "/spec/initContainers")
                .flatMap(list -> found.at(list).valueStream())
                .map(container -> container.path("name").asString(""))
                .toList();
    }

    /** Puts it on record and opens it; the listener hears how that went. */
    public Terminal open(TerminalWish wish, TerminalListener listener) {
        var name = clusters.find(wish.cluster()).map(RegisteredCluster::name).orElse("");
        var act = act("terminal.open", wish, name).because(wish.reason());
        return acts.attempt(act, () -> opened(wish, clusters.get(wish.cluster()), listener, act));
    }

    private static Act act(String kind, TerminalWish wish, String cluster) {
        return Act.of(kind)
                .on("pod", wish.namespace() + "/" + wish.pod(), wish.pod())
                .with("cluster", wish.cluster())
                .after(Map.of(
                        "cluster", cluster,
                        "namespace", wish.namespace(),
                        "container", wish.container(),
                        "command", String.join(" ", wish.command())));
    }

    private Terminal opened(TerminalWish wish, RegisteredCluster cluster, TerminalListener listener, Act act) {
        person.require(Role.ADMIN, wish.cluster());
        person.requireRecent(Dangerous.OPEN_TERMINAL);
        check(wish, cluster.isPractice());
        var who = acts.actor();
        var terminal = new Terminal(
                wish,
                listener,
                person.still(Role.ADMIN, wish.cluster()),
                this::now,
                (over, end) -> ended(over, end, act, who));
        acts.together(
                act.with("terminal", terminal.id()),
                () -> store.begin(terminal.id(), person.name(), cluster.name(), wish, now()));
        open.put(terminal.id(), terminal);
        log.info("{} opens a terminal in {}/{} of {}", person.name(), wish.namespace(), wish.pod(), cluster.name());
        terminal.start(() -> clusters.connection(wish.cluster()));
        return terminal;
    }

    /** The console cannot tell production from trial, so each real cluster counts as production. */
    private void check(TerminalWish wish, boolean practice) {
        if (wish.command().isEmpty() || wish.command().getFirst().isBlank()) {
            throw new ProblemException(Problem.of("terminal-no-command"));
        }
        if (!practice && wish.reason().isEmpty()) {
            throw new ProblemException(Problem.of("terminal-no-reason"));
        }
        if (open.size() >= MOST) {
            throw new ProblemException(Problem.of("terminal-too-many", MOST));
        }
    }

    /** In the name of whose terminal it was, whoever ends it. */
    private void ended(Terminal terminal, TerminalEnd end, Act opening, Actor who) {
        open.remove(terminal.id());
        var pod = Objects.requireNonNull(opening.object());
        var act = Act.of("terminal.end")
                .on(pod.type(), pod.id(), pod.name())
                .with("terminal", terminal.id())
                .with("cluster", Objects.requireNonNull(opening.links().get("cluster")))
                .after(Map.of("how", end.kind(), "bytes in", terminal.bytesIn(), "bytes out", terminal.bytesOut()));
        acts.together(who, act, () -> store.end(terminal.id(), now(), end, terminal.bytesIn(), terminal.bytesOut()));
    }

    /** Closes what is idle or no more allowed, and notes what goes on. */
    void look() {
        try {
            open.values().forEach(this::look);
        } catch (RuntimeException failed) {
            log.warn("Open terminals could not be looked after; tried again soon", failed);
        }
    }

    private void look(Terminal terminal) {
        if (!terminal.mayGoOn()) {
            terminal.end(TerminalEnd.of(TerminalEnd.Kind.REVOKED));
        } else if (terminal.typedAt().plus(IDLE).isBefore(clock.instant())) {
            terminal.end(TerminalEnd.of(TerminalEnd.Kind.IDLE));
        } else {
            store.seen(terminal.id(), now(), terminal.bytesIn(), terminal.bytesOut());
        }
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Terminals on record, newest first; for administrators and auditors. */
    public List<TerminalSession> sessions(int offset, int limit) {
        person.require(Role.AUDITOR);
        return store.list(offset, limit);
    }

    public int count() {
        person.require(Role.AUDITOR);
        return store.count();
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
        open.values().forEach(terminal -> terminal.end(TerminalEnd.of(TerminalEnd.Kind.STOPPED)));
    }
}

package ai.hexabase.console.terminal;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.ExecEnd;
import ai.hexabase.console.kube.ExecListener;
import ai.hexabase.console.kube.ExecOptions;
import ai.hexabase.console.kube.ExecSession;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that a person runs in a container; its end is noted whichever way it comes. */
public final class Terminal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Terminal.class);

    private final UUID id = UUID.randomUUID();
    private final TerminalWish wish;
    private final TerminalListener listener;
    private final BooleanSupplier allowed;
    private final Supplier<Instant> now;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final Ending ending;
    private volatile Instant typedAt;
    private @Nullable ExecSession session;

    /** Notes an end. */
    @FunctionalInterface
    interface Ending {
        void ended(Terminal terminal, TerminalEnd end);
    }

    /** @param allowed whether the person still may, asked again and again */
    Terminal(
            TerminalWish wish,
            TerminalListener listener,
            BooleanSupplier allowed,
            Supplier<Instant> now,
            Ending ending) {
        this.wish = wish;
        this.listener = listener;
        this.allowed = allowed;
        this.now = now;
        this.ending = ending;
        this.typedAt = now.get();
    }

    UUID id() {
        return id;
    }

    boolean mayGoOn() {
        return allowed.getAsBoolean();
    }

    Instant typedAt() {
        return typedAt;
    }

    long bytesIn() {
        return bytesIn.get();
    }

    long bytesOut() {
        return bytesOut.get();
    }

    /** Asks whether the credentials may, and runs it; on a thread of its own. */
    void start(Supplier<ClusterConnection> cluster) {
        Thread.ofVirtual().name("terminal " + id).start(() -> {
            try {
                open(cluster.get());
            } catch (ProblemException failed) {
                end(new TerminalEnd(
                        TerminalEnd.Kind.BROKEN, null, failed.problem().words()));
            } catch (RuntimeException bug) {
                log.error("Terminal {} could not be opened", id, bug);
                end(TerminalEnd.of(TerminalEnd.Kind.BROKEN));
            }
        });
    }

    private void open(ClusterConnection connection) {
        for (var answer : connection.checkAccess(questions(wish.namespace()))) {
            if (!answer.allowed()) {
                var why = answer.reason();
                var words = "no permission: " + answer.question().verb() + " pods/exec";
                end(new TerminalEnd(TerminalEnd.Kind.REFUSED, null, why == null ? words : words + " (" + why + ")"));
                return;
            }
        }
        var opened = connection.exec(
                ResourceKind.POD.named(wish.namespace(), wish.pod()),
                new ExecOptions(wish.container(), wish.command(), true),
                new Hearing());
        if (!keep(opened)) {
            opened.close();
        }
    }

    /** A WebSocket is opened by GET, and newer API servers ask for {@code create} as well. */
    private static List<AccessQuestion> questions(String namespace) {
        return List.of(
                new AccessQuestion("create", "", "pods/exec", namespace),
                new AccessQuestion("get", "", "pods/exec", namespace));
    }

    private synchronized boolean keep(ExecSession opened) {
        session = opened;
        return !over.get();
    }

    private synchronized @Nullable ExecSession session() {
        return session;
    }

    /** What the person typed; of no effect once they may no more. */
    public void input(byte[] bytes) {
        var open = session();
        if (mayGoOn() && open != null && !over.get()) {
            typedAt = now.get();
            bytesIn.addAndGet(bytes.length);
            open.input(bytes);
        }
    }

    public void resize(int columns, int rows) {
        var open = session();
        if (open != null && !over.get()) {
            open.resize(columns, rows);
        }
    }

    /** Ends it in the person's name; the listener hears nothing more. */
    @Override
    public void close() {
        finish(TerminalEnd.of(TerminalEnd.Kind.LEFT), end -> {});
    }

    /** Ends it and tells the person why. */
    void end(TerminalEnd end) {
        finish(end, listener::ended);
    }

    private void finish(TerminalEnd end, Consumer<TerminalEnd> telling) {
        if (over.compareAndSet(false, true)) {
            var open = session();
            if (open != null) {
                open.close();
            }
            ending.ended(this, end);
            telling.accept(end);
        }
    }

    /** The program as the cluster tells of it. */
    private final class Hearing implements ExecListener {
        @Override
        public void opened() {
            if (!over.get()) {
                listener.opened();
            }
        }

        @Override
        public void output(byte[] bytes) {
            if (!over.get()) {
                bytesOut.addAndGet(bytes.length);
                listener.output(bytes);
            }
        }

        @Override
        public void ended(ExecEnd end) {
            end(
                    switch (end) {
                        case ExecEnd.Exited(var code) -> new TerminalEnd(TerminalEnd.Kind.EXITED, code, null);
                        case ExecEnd.Refused(var refusal) ->
                            new TerminalEnd(TerminalEnd.Kind.REFUSED, null, refusal.message());
                        case ExecEnd.Broken(var problem) ->
                            new TerminalEnd(TerminalEnd.Kind.BROKEN, null, problem.words());
                    });
        }

        private void end(TerminalEnd end) {
            Terminal.this.end(end);
        }
    }
}

package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of one container in a virtual thread, and again after each break from where it stood: a break of the
 * connection, a restart of the container, a container that has not started yet. Ends when the pod is over or closed.
 */
final class FollowedLog implements AutoCloseable {
    /** Opens the container's log. */
    @FunctionalInterface
    interface Source {
        Subscription open(LogOptions options, LogListener listener);
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LogOrigin origin;
    private final LogWish wish;
    private final int firstLines;
    private final Source source;
    private final Clock clock;
    private final Consumer<LogEntry> lines;
    private final Consumer<LogState> states;
    private final CompletableFuture<Object> closing = new CompletableFuture<>();
    private volatile boolean podIsOver;
    private @Nullable Instant last;
    /** The lines of the last instant, which a server that counts in seconds tells again. */
    private final Set<String> atLast = new HashSet<>();

    FollowedLog(
            LogOrigin origin,
            LogWish wish,
            int firstLines,
            Source source,
            Clock clock,
            Consumer<LogEntry> lines,
            Consumer<LogState> states) {
        this.origin = origin;
        this.wish = wish;
        this.firstLines = firstLines;
        this.source = source;
        this.clock = clock;
        this.lines = lines;
        this.states = states;
    }

    FollowedLog start() {
        Thread.ofVirtual().name("log of " + origin).start(this::run);
        return this;
    }

    /** The pod ended or is gone: what the stream still brings is the last of it. */
    void podIsOver() {
        podIsOver = true;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        tell(LogState.Phase.OPENING, null);
        while (!isClosed()) {
            var reading = read();
            if (isClosed()) {
                return;
            }
            if (wish.previous() || podIsOver) {
                end(reading);
                return;
            }
            if (reading.began) {
                mark(broke(reading.problem));
            }
            tell(LogState.Phase.WAITING, reading.problem);
            pause = reading.began ? FIRST_PAUSE : longer(pause);
            closedWithin(pause);
        }
    }

    private static Message broke(@Nullable Problem problem) {
        return problem == null
                ? Message.of("status.logs.mark.ended")
                : Message.of("status.logs.mark.broke", String.valueOf(problem.words()));
    }

    private void end(Reading reading) {
        if (reading.began || last != null) {
            mark(Message.of("status.logs.mark.over"));
        }
        tell(LogState.Phase.ENDED, reading.problem);
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Reads until the stream ends or this is closed. */
    private Reading read() {
        var reading = new Reading(last != null);
        try (var open = source.open(options(), reading)) {
            tell(LogState.Phase.FOLLOWING, null);
            CompletableFuture.anyOf(reading.done, closing).join();
        } catch (ProblemException failed) {
            reading.ended(failed.problem());
        }
        return reading;
    }

    private LogOptions options() {
        var again = last;
        var since = again == null ? wish.since() : again;
        return new LogOptions(origin.container(), !wish.previous(), wish.previous(), firstLines, since);
    }

    private void mark(Message words) {
        lines.accept(new LogEntry(origin, clock.instant(), "", words));
    }

    private void tell(LogState.Phase phase, @Nullable Problem problem) {
        if (!isClosed()) {
            states.accept(new LogState(origin, phase, problem));
        }
    }

    private boolean isClosed() {
        return closing.isDone();
    }

    private void closedWithin(Duration pause) {
        try {
            closing.get(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notClosed) {
            // as expected: it is time to ask again
        } catch (InterruptedException | ExecutionException ended) {
            close();
        }
    }

    @Override
    public void close() {
        closing.complete(true);
    }

    /** One opening of the stream. */
    private final class Reading implements LogListener {
        private final CompletableFuture<Object> done = new CompletableFuture<>();
        private final boolean again;
        private volatile boolean began;
        private volatile @Nullable Problem problem;

        Reading(boolean again) {
            this.again = again;
        }

        @Override
        public void line(String line) {
            var entry = LogEntry.read(origin, line);
            if (isClosed() || isKnown(entry)) {
                return;
            }
            if (!began) {
                began = true;
                if (again) {
                    mark(Message.of("status.logs.mark.again"));
                }
            }
            remember(entry);
            lines.accept(entry);
        }

        private boolean isKnown(LogEntry entry) {
            var at = entry.at();
            var known = last;
            return again
                    && at != null
                    && known != null
                    && (at.isBefore(known) || (at.equals(known) && atLast.contains(entry.text())));
        }

        private void remember(LogEntry entry) {
            var at = entry.at();
            if (at == null) {
                return;
            }
            if (!at.equals(last)) {
                atLast.clear();
                last = at;
            }
            atLast.add(entry.text());
        }

        @Override
        public void ended(@Nullable Problem why) {
            problem = why;
            done.complete(true);
        }
    }
}

package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the logs of all containers of the pods wanted, {@value #MOST_STREAMS} at most; pods that appear later join by
 * themselves, in the place of ones that are gone.
 */
public final class ManyLogs implements Subscription {
    /** Logs that are read at once. */
    public static final int MOST_STREAMS = 60;

    /** How many lines of each log are read first. */
    public static final int FIRST_LINES = 200;

    /** How many lines of each log are read at most, when all since a time are wanted. */
    public static final int MOST_OF_ONE = 5_000;

    private final LivePods pods;
    private final LogWish wish;
    private final LogAudience audience;
    private final Clock clock;
    /** By uid: the pod and its containers, once they are known. */
    private final Map<String, Joined> joined = new LinkedHashMap<>();

    private final Map<LogOrigin, FollowedLog> streams = new LinkedHashMap<>();
    private final Map<LogOrigin, LogState> states = new LinkedHashMap<>();
    private @Nullable Snapshot<PodRow> newest;
    private @Nullable Subscription watch;
    private boolean first = true;
    /** Containers of pods that did not find a place. */
    private int outside;

    private boolean closed;

    private record Joined(PodRow row, List<String> containers) {}

    ManyLogs(LivePods pods, LogWish wish, LogAudience audience, Clock clock) {
        this.pods = pods;
        this.wish = wish;
        this.audience = audience;
        this.clock = clock;
    }

    ManyLogs start() {
        var watching = pods.watch(new LiveScope(wish.cluster(), wish.namespace()), this::heard);
        boolean late;
        synchronized (this) {
            watch = watching;
            late = closed;
        }
        if (late) {
            watching.close();
        }
        return this;
    }

    /** Never two at a time; asks the cluster for the containers of new pods before it changes anything. */
    private void heard(Snapshot<PodRow> snapshot) {
        var rows = new LinkedHashMap<String, PodRow>();
        snapshot.rows().stream().filter(wish::includes).forEach(row -> rows.put(row.uid(), row));
        var found = new ArrayList<Joined>();
        for (var row : newcomers(rows)) {
            containers(row).ifPresent(containers -> found.add(new Joined(row, containers)));
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            newest = snapshot;
            leave(rows);
            found.forEach(each -> join(each, snapshot.listed()));
            first = first && !snapshot.listed();
            outside = rows.values().stream()
                    .filter(row -> !joined.containsKey(row.uid()))
                    .mapToInt(PodRow::containers)
                    .sum();
            fill();
        }
        tell();
    }

    /** As many as there are places for: a cluster is not asked for the containers of thousands of pods. */
    private synchronized List<PodRow> newcomers(Map<String, PodRow> rows) {
        var taken = new ArrayList<PodRow>();
        var places = MOST_STREAMS - reading();
        for (var row : rows.values()) {
            if (!joined.containsKey(row.uid()) && places > 0) {
                taken.add(row);
                places -= row.containers();
            }
        }
        return taken;
    }

    /** Those that start first come last; empty when the cluster could not tell, and the next news ask again. */
    private Optional<List<String>> containers(PodRow row) {
        try {
            return pods.details(row).map(details -> {
                var names = new ArrayList<String>();
                details.containers().stream().filter(each -> !each.init()).forEach(each -> names.add(each.name()));
                details.containers().stream()
                        .filter(PodDetails.Container::init)
                        .forEach(each -> names.add(each.name()));
                return List.copyOf(names);
            });
        } catch (ProblemException silent) {
            return Optional.empty();
        }
    }

    private void join(Joined pod, boolean listed) {
        joined.put(pod.row().uid(), pod);
        if (!first && listed) {
            audience.entry(new LogEntry(
                    new LogOrigin(pod.row().name(), ""),
                    clock.instant(),
                    "",
                    Message.of("status.logs.mark.joined", pod.row().name())));
        }
    }

    /** What is over ends with what it has said; what is gone frees its places. */
    private void leave(Map<String, PodRow> rows) {
        for (var pod : joined.values()) {
            var row = rows.get(pod.row().uid());
            if (row == null || row.phase().equals("Succeeded") || row.phase().equals("Failed")) {
                origins(pod).stream().map(streams::get).filter(Objects::nonNull).forEach(FollowedLog::podIsOver);
            }
        }
        var gone = joined.values().stream()
                .filter(pod -> !rows.containsKey(pod.row().uid()))
                .filter(pod -> origins(pod).stream().noneMatch(this::isRead))
                .toList();
        gone.forEach(pod -> {
            joined.remove(pod.row().uid());
            origins(pod).forEach(this::forget);
        });
    }

    private boolean isRead(LogOrigin origin) {
        var state = states.get(origin);
        return streams.containsKey(origin) && state != null && state.phase() != LogState.Phase.ENDED;
    }

    private void forget(LogOrigin origin) {
        streams.remove(origin);
        states.remove(origin);
    }

    private static List<LogOrigin> origins(Joined pod) {
        return pod.containers().stream()
                .map(container -> new LogOrigin(pod.row().name(), container))
                .toList();
    }

    /** Starts as many of the logs that are not read yet as there are places. */
    private void fill() {
        for (var pod : joined.values()) {
            for (var origin : origins(pod)) {
                if (!streams.containsKey(origin) && reading() < MOST_STREAMS) {
                    states.put(origin, new LogState(origin, LogState.Phase.OPENING, null));
                    streams.put(origin, stream(pod.row(), origin).start());
                }
            }
        }
    }

    private long reading() {
        return streams.keySet().stream().filter(this::isRead).count();
    }

    private FollowedLog stream(PodRow row, LogOrigin origin) {
        var lines = wish.since() == null ? FIRST_LINES : MOST_OF_ONE;
        return new FollowedLog(
                origin,
                wish,
                lines,
                (options, listener) -> pods.log(row, options, listener),
                clock,
                audience::entry,
                this::changed);
    }

    private void changed(LogState state) {
        synchronized (this) {
            if (closed || !states.containsKey(state.origin())) {
                return;
            }
            states.put(state.origin(), state);
            if (state.phase() == LogState.Phase.ENDED) {
                fill();
            }
        }
        tell();
    }

    private void tell() {
        LogAudience.Overview overview;
        synchronized (this) {
            var snapshot = newest;
            if (closed || snapshot == null) {
                return;
            }
            var inside = joined.values().stream()
                    .mapToInt(pod -> pod.containers().size())
                    .sum();
            overview = new LogAudience.Overview(
                    List.copyOf(states.values()),
                    outside + Math.max(0, inside - states.size()),
                    snapshot.reachability(),
                    snapshot.problem());
        }
        audience.overview(overview);
    }

    /** Writes what the cluster still has of each of these logs as a ZIP; takes as long as the cluster takes. */
    public void archive(OutputStream out) throws IOException {
        Map<LogOrigin, PodRow> all = new LinkedHashMap<>();
        synchronized (this) {
            joined.values().forEach(pod -> origins(pod).forEach(origin -> all.put(origin, pod.row())));
        }
        new LogArchive(pods, wish).write(all, out);
    }

    @Override
    public void close() {
        List<FollowedLog> ending;
        Subscription watching;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(streams.values());
            watching = watch;
        }
        ending.forEach(FollowedLog::close);
        if (watching != null) {
            watching.close();
        }
    }
}

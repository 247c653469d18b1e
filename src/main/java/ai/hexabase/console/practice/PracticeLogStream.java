package ai.hexabase.console.practice;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.kube.LogStream;
import ai.hexabase.console.kube.ObjectRef;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells the lines of a container, and with follow those to come. */
final class PracticeLogStream implements LogStream {
    private static final long LOOK_MILLIS = 500;

    private final PracticeCluster cluster;
    private final ObjectRef pod;
    private final LogOptions options;
    private final LogListener listener;
    private final Runnable permission;
    private final Telling telling = new Telling();
    private Runnable afterwards = () -> {};
    private long told;

    PracticeLogStream(
            PracticeCluster cluster, ObjectRef pod, LogOptions options, LogListener listener, Runnable permission) {
        this.cluster = cluster;
        this.pod = pod;
        this.options = options;
        this.listener = listener;
        this.permission = permission;
    }

    LogStream start(Runnable onClose) {
        afterwards = onClose;
        Thread.ofVirtual().name("practice-log").start(this::run);
        return this;
    }

    /** @param after number of the last line seen, counted from the container's start */
    private record Part(List<String> lines, long after, boolean more) {}

    private void run() {
        try {
            var part = first();
            tell(part);
            while (part.more() && !telling.isClosed()) {
                pause();
                part = next();
                tell(part);
            }
            end(null);
        } catch (ProblemException failed) {
            end(failed.problem());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Part first() {
        var part = recent(read(0));
        int tail = options.tailLines();
        var lines = part.lines();
        return tail <= 0 || lines.size() <= tail
                ? part
                : new Part(lines.subList(lines.size() - tail, lines.size()), part.after(), part.more());
    }

    private Part recent(Part part) {
        var since = options.since();
        return since == null
                ? part
                : new Part(
                        part.lines().stream()
                                .filter(line ->
                                        !ContainerLog.time(line).isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
                                .toList(),
                        part.after(),
                        part.more());
    }

    private Part next() {
        return read(told);
    }

    private Part read(long from) {
        cluster.lock().lock();
        try {
            var failure = Line.failure(cluster);
            if (failure != null) {
                throw failure;
            }
            permission.run();
            var found = cluster.world().shelf().get(pod);
            if (found == null) {
                if (from > 0) {
                    return new Part(List.of(), from, false);
                }
                throw Refusals.notFound(pod);
            }
            return read(found, from);
        } finally {
            cluster.lock().unlock();
        }
    }

    private Part read(ObjectNode found, long from) {
        var log = ContainerLog.of(found, options, cluster.clock().instant());
        return new Part(log.lines(from), log.count(), options.follow() && !log.ended());
    }

    private void tell(Part part) {
        told = part.after();
        part.lines().forEach(line -> telling.tell(() -> listener.line(line)));
    }

    private void end(@Nullable Problem problem) {
        telling.tell(() -> listener.ended(problem));
        afterwards.run();
    }

    private void pause() throws InterruptedException {
        cluster.lock().lock();
        try {
            if (!telling.isClosed()) {
                cluster.changed().await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            cluster.lock().unlock();
        }
    }

    @Override
    public void close() {
        telling.close();
        cluster.lock().lock();
        try {
            cluster.changed().signalAll();
        } finally {
            cluster.lock().unlock();
        }
        afterwards.run();
    }
}

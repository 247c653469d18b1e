package ai.hexabase.console.kube;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An answer of an API server that is read as it comes; one thread reads, any thread may close. */
final class ApiStream implements AutoCloseable {
    static final int MOST_BYTES = 96 * 1024 * 1024;
    /** Far more than etcd keeps in one object. */
    static final int MOST_OF_AN_OBJECT = 8 * 1024 * 1024;

    /** What arrived: bytes, or the end with or without a failure. */
    private record Part(
            byte[] bytes, boolean last, @Nullable Throwable failure) {}

    private final URI server;
    private final HttpResponse<AsyncBody> response;
    private final BlockingQueue<Part> parts;
    private byte[] rest = new byte[0];
    private int at;
    private boolean ended;

    private ApiStream(URI server, HttpResponse<AsyncBody> response, BlockingQueue<Part> parts) {
        this.server = server;
        this.response = response;
        this.parts = parts;
    }

    static ApiStream open(HttpClient client, HttpRequest request, URI server, @Nullable Duration headTimeout) {
        var parts = new LinkedBlockingQueue<Part>();
        var response = await(ask(client, request, parts), headTimeout, server);
        response.body().done().whenComplete((done, failure) -> parts.add(new Part(new byte[0], true, failure)));
        return new ApiStream(server, response, parts);
    }

    private static CompletableFuture<HttpResponse<AsyncBody>> ask(
            HttpClient client, HttpRequest request, BlockingQueue<Part> parts) {
        try {
            return client.consumeBytes(request, (buffers, body) -> parts.add(new Part(join(buffers), false, null)));
        } catch (IllegalStateException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }

    private static HttpResponse<AsyncBody> await(
            CompletableFuture<HttpResponse<AsyncBody>> coming, @Nullable Duration timeout, URI server) {
        try {
            return timeout == null ? coming.get() : coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException failed) {
            coming.cancel(true);
            throw Failures.of(failed, server);
        } catch (InterruptedException interrupted) {
            coming.cancel(true);
            throw interrupted(interrupted, server);
        }
    }

    private static ConnectionFailed interrupted(InterruptedException interrupted, URI server) {
        Thread.currentThread().interrupt();
        return Failures.of(interrupted, server);
    }

    int code() {
        return response.code();
    }

    boolean ok() {
        return response.isSuccessful();
    }

    /** Reads everything within this time. */
    ApiAnswer readAll(Duration limit) {
        return readUntil(System.nanoTime() + limit.toNanos(), MOST_OF_AN_OBJECT);
    }

    /** Reads everything until the deadline ({@link System#nanoTime()}); an answer with more bytes is garbage. */
    ApiAnswer readUntil(long deadline, int mostBytes) {
        var all = new ByteArrayOutputStream();
        for (var part = next(left(deadline)); part != null; part = next(left(deadline))) {
            all.writeBytes(part);
            limit(all.size(), mostBytes);
        }
        var type = response.header("Content-Type");
        return new ApiAnswer(
                server,
                code(),
                type == null ? "" : type,
                Statuses.warnings(response.headers("Warning")),
                Statuses.retryAfter(response.header("Retry-After")),
                all.toByteArray());
    }

    /**
     * The next line, null at the end of the answer.
     *
     * @param patience how long to wait for its first bytes, and then for more; null for as long as it takes
     */
    @Nullable
    String readLine(@Nullable Duration patience) {
        return readLine(patience, Long.MAX_VALUE);
    }

    /**
     * The same where whoever begins a line is about to end it.
     *
     * @param whole how long the line may take from its first bytes to its end
     */
    @Nullable
    String readLine(Duration patience, Duration whole) {
        return readLine(patience, whole.toNanos());
    }

    private @Nullable String readLine(@Nullable Duration patience, long mostNanos) {
        var line = new ByteArrayOutputStream();
        long begun = System.nanoTime();
        while (true) {
            int end = at;
            while (end < rest.length && rest[end] != '\n') {
                end++;
            }
            if (line.size() == 0) {
                begun = System.nanoTime();
            }
            line.write(rest, at, end - at);
            limit(line.size(), MOST_BYTES);
            if (end < rest.length) {
                at = end + 1;
                return line.toString(StandardCharsets.UTF_8);
            }
            long left = mostNanos - (System.nanoTime() - begun);
            if (left <= 0) {
                throw Failures.of(new TimeoutException("a line without end"), server);
            }
            var bounded = line.size() > 0 && mostNanos != Long.MAX_VALUE;
            var more = next(bounded ? Duration.ofNanos(left) : patience);
            if (more == null) {
                at = rest.length;
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            rest = more;
            at = 0;
        }
    }

    private byte @Nullable [] next(@Nullable Duration patience) {
        if (ended) {
            return null;
        }
        var part = take(patience);
        if (!part.last()) {
            return part.bytes();
        }
        ended = true;
        if (part.failure() != null) {
            throw Failures.of(part.failure(), server);
        }
        return null;
    }

    private Part take(@Nullable Duration patience) {
        try {
            if (parts.isEmpty()) {
                response.body().consume();
            }
            if (patience == null) {
                return parts.take();
            }
            var part = parts.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (part == null) {
                throw Failures.of(new TimeoutException("nothing came for " + patience.toMillis() + " ms"), server);
            }
            return part;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted, server);
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }

    private void limit(int size, int mostBytes) {
        if (size > mostBytes) {
            throw Failures.of(new java.net.ProtocolException("answer without end"), server);
        }
    }

    private static byte[] join(List<ByteBuffer> buffers) throws IOException {
        var joined = new ByteArrayOutputStream();
        for (var buffer : buffers) {
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            joined.write(bytes);
        }
        return joined.toByteArray();
    }

    /** Ends the answer; who reads it right now sees its end. */
    @Override
    public void close() {
        response.body().cancel();
    }
}

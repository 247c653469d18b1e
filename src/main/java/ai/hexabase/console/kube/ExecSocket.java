package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program in a container over a WebSocket: each message begins with the number of its channel. Protocol v5
 * (Kubernetes 1.30 and later) can end the input, v4 cannot.
 */
final class ExecSocket implements ExecSession, WebSocket.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ExecSocket.class);
    private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;
    private static final int STATUS = 3;
    private static final int SIZE = 4;
    private static final int CLOSE = 255;
    private static final int MOST_AT_ONCE = 16 * 1024;

    private final ApiHttp http;
    private final ObjectRef pod;
    private final ExecOptions options;
    private final ExecListener listener;
    private final Consumer<ExecSocket> whenClosed;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;
    private volatile String protocol = PROTOCOLS.getFirst();

    ExecSocket(
            ApiHttp http, ObjectRef pod, ExecOptions options, ExecListener listener, Consumer<ExecSocket> whenClosed) {
        this.http = http;
        this.pod = pod;
        this.options = options;
        this.listener = listener;
        this.whenClosed = whenClosed;
    }

    void start() {
        Thread.ofVirtual().name("exec in " + pod).start(this::open);
    }

    private void open() {
        try {
            var refused = false;
            for (var each : PROTOCOLS) {
                protocol = each;
                refused = !connect();
                if (!refused) {
                    break;
                }
            }
            if (refused) {
                end(new ExecEnd.Refused(refusal()));
            }
        } catch (ProblemException failed) {
            end(new ExecEnd.Broken(failed.problem()));
        } catch (RuntimeException ours) {
            LOG.error("A program in {} could not be started", pod, ours);
            end(new ExecEnd.Broken(Problem.of("kube-broken", http.server())));
        }
    }

    /** False when the server does not want this protocol, or nothing at all. */
    private boolean connect() {
        var coming = http.socket(request(), protocol, this);
        try {
            coming.get(http.timeouts().request().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException) {
                return false;
            }
            throw Failures.of(failed, http.server());
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw Failures.of(late, http.server());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.of(interrupted, http.server());
        }
    }

    /** The refused handshake tells no reason, the same request without the upgrade does. */
    private Refusal refusal() {
        return http.send(request()).refusal();
    }

    private ApiRequest request() {
        var path = new StringBuilder(ApiRequest.object(pod) + "/exec?stdin=true&stdout=true");
        path.append(options.tty() ? "&tty=true" : "&stderr=true");
        path.append("&container=").append(ApiRequest.encode(options.container()));
        options.command().forEach(word -> path.append("&command=").append(ApiRequest.encode(word)));
        return ApiRequest.get(path.toString());
    }

    /** Comes before any message. None of these may wait: the handshake ends on the same thread. */
    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (over.get()) {
            opened.sendClose(1000, "");
        } else {
            listener.opened();
        }
    }

    @Override
    public void onMessage(WebSocket from, ByteBuffer message) {
        if (message.hasRemaining() && !over.get()) {
            int channel = message.get() & 0xff;
            var bytes = new byte[message.remaining()];
            message.get(bytes);
            heard(channel, bytes);
        }
        from.request();
    }

    private void heard(int channel, byte[] bytes) {
        switch (channel) {
            case OUTPUT, ERRORS -> {
                if (bytes.length > 0) {
                    listener.output(bytes);
                }
            }
            case STATUS -> end(end(bytes));
            default -> LOG.debug("Channel {} of a program in {} is not known", channel, pod);
        }
    }

    /** All messages are binary; a text would be somebody else's protocol. */
    @Override
    public void onMessage(WebSocket from, String text) {
        from.request();
    }

    private ExecEnd end(byte[] status) {
        try {
            var tree = JsonMapper.shared().readTree(new String(status, StandardCharsets.UTF_8));
            if (tree.path("status").asString("").equals("Success")) {
                return new ExecEnd.Exited(0);
            }
            for (var cause : tree.at("/details/causes")) {
                if (cause.path("reason").asString("").equals("ExitCode")) {
                    return new ExecEnd.Exited(
                            Integer.parseInt(cause.path("message").asString("")));
                }
            }
            return new ExecEnd.Refused(Statuses.refusal(tree, tree.path("code").asInt(500)));
        } catch (JacksonException | NumberFormatException garbage) {
            return broken("the program’s end could not be read");
        }
    }

    private ExecEnd broken(String words) {
        return new ExecEnd.Broken(Problem.of("kube-broken", http.server()).saying(words));
    }

    @Override
    public void onClose(WebSocket closed, int code, String reason) {
        end(broken("closed with " + code + (reason.isEmpty() ? "" : ": " + reason)));
    }

    /** A handshake that failed is told by its answer. */
    @Override
    public void onError(WebSocket failed, Throwable error) {
        if (socket != null) {
            end(new ExecEnd.Broken(Failures.of(error, http.server()).problem()));
        }
    }

    private void end(ExecEnd end) {
        if (over.compareAndSet(false, true)) {
            hangUp();
            whenClosed.accept(this);
            listener.ended(end);
        }
    }

    @Override
    public void input(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += MOST_AT_ONCE) {
            send(INPUT, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MOST_AT_ONCE)));
        }
    }

    @Override
    public void resize(int columns, int rows) {
        var size = "{\"Width\":" + columns + ",\"Height\":" + rows + "}";
        send(SIZE, size.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void endInput() {
        if (protocol.startsWith("v5")) {
            send(CLOSE, new byte[] {INPUT});
        }
    }

    private void send(int channel, byte[] bytes) {
        var open = socket;
        if (open != null && !over.get()) {
            open.send(ByteBuffer.allocate(bytes.length + 1)
                    .put((byte) channel)
                    .put(bytes)
                    .flip());
        }
    }

    private void hangUp() {
        var open = socket;
        if (open != null) {
            open.sendClose(1000, "");
        }
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            hangUp();
            whenClosed.accept(this);
        }
    }
}

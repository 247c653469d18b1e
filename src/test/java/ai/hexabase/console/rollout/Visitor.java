package ai.hexabase.console.rollout;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Asks a Service for its version all the time, each time over a new connection, and keeps what went wrong. */
final class Visitor implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final AtomicInteger answered = new AtomicInteger();
    private final Set<String> versions = new ConcurrentSkipListSet<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Thread visits;
    private volatile boolean leaving;

    private Visitor(int port) {
        this.port = port;
        this.visits = Thread.ofVirtual().name("visitor").start(this::visit);
    }

    static Visitor of(int port) {
        return new Visitor(port);
    }

    private void visit() {
        while (!leaving) {
            try {
                versions.add(get(port, "/version"));
                answered.incrementAndGet();
            } catch (IOException e) {
                failures.add("request " + (answered.get() + failures.size() + 1) + ": " + e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    int answered() {
        return answered.get();
    }

    Set<String> versions() {
        return versions;
    }

    List<String> failures() {
        return failures;
    }

    /** The body of one answer; anything but 200 is an exception. */
    static String get(int port, String path) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = "GET " + path + " HTTP/1.0\r\nHost: hexabase\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.0 200")) {
                throw new IOException(answer.isEmpty() ? "the connection ended without an answer" : answer);
            }
            return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
        }
    }

    @Override
    public void close() throws InterruptedException {
        leaving = true;
        visits.join();
    }
}

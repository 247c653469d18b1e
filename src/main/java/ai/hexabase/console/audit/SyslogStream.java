package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.http.OutgoingConnections;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Syslog over TCP with octet counting (RFC 6587), and over TLS (RFC 5425).
 *
 * <p>Syslog answers nothing, and what a socket took may still be lost with the connection. So each batch has a
 * connection of its own that is closed in order: this side ends, and only when the other side ends too, which it does
 * after it read all, the entries count as received.
 */
final class SyslogStream implements Carrier {
    private static final Duration LONGEST = OutgoingConnections.ANSWER;
    /** Reading can be bounded, writing cannot: a receiver that reads no more is hung up on. */
    private static final ScheduledExecutorService GUARD = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("syslog-guard").factory());

    private final HostPort address;
    private final @Nullable SSLContext tls;
    private final SyslogText text;

    SyslogStream(HostPort address, @Nullable SSLContext tls, SyslogText text) {
        this.address = address;
        this.tls = tls;
        this.text = text;
    }

    @Override
    public void carry(List<Link> entries) {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.host(), address.port()), (int)
                    OutgoingConnections.CONNECT.toMillis());
            var guard = GUARD.schedule(() -> close(plain), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            try (var socket = tls == null ? plain : secured(plain, tls)) {
                write(socket, entries);
                socket.shutdownOutput();
                awaitEnd(socket);
            } finally {
                guard.cancel(false);
            }
        } catch (IOException away) {
            throw new ProblemException(
                    Problem.of("audit-forward-away", address).saying(OutgoingConnections.words(away)), away);
        }
    }

    private SSLSocket secured(Socket plain, SSLContext context) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
        var wanted = socket.getSSLParameters();
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(wanted);
        socket.startHandshake();
        return socket;
    }

    private void write(Socket socket, List<Link> entries) throws IOException {
        var out = new BufferedOutputStream(socket.getOutputStream());
        for (var entry : entries) {
            var message = text.of(entry);
            out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            out.write(message);
        }
        out.flush();
    }

    private void awaitEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            if (socket.isClosed()) {
                throw new ProblemException(Problem.of("audit-forward-unconfirmed", address), ended);
            }
            throw ended;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // it was over already
        }
    }
}

package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands between a client and an API server where the network would, and makes its troubles. */
public final class TcpProxy implements AutoCloseable {
    private enum Mode {
        FORWARD,
        SILENT,
        GARBAGE
    }

    private final InetSocketAddress target;
    private final int port = Ports.free();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.FORWARD;
    private volatile Duration delay = Duration.ZERO;
    private ServerSocket listener;

    private TcpProxy(InetSocketAddress target) {
        this.target = target;
    }

    /** A proxy that forwards everything until it is told otherwise. */
    public static TcpProxy before(String host, int port) {
        var proxy = new TcpProxy(new InetSocketAddress(host, port));
        proxy.listen();
        return proxy;
    }

    /** Where clients connect instead. */
    public URI url() {
        return URI.create("https://127.0.0.1:" + port);
    }

    /** Cuts every connection and refuses new ones, like a machine that is off. */
    public synchronized void cut() {
        close(listener);
        dropConnections();
    }

    /** Cuts the connections of this moment; new ones are served. */
    public void dropConnections() {
        open.forEach(TcpProxy::close);
    }

    /** Accepts and keeps connections but passes no byte on in either direction, like a firewall that lost its table. */
    public void goSilent() {
        mode = Mode.SILENT;
    }

    /** Answers new connections with bytes that are neither TLS nor HTTP, and cuts the present ones. */
    public void answerGarbage() {
        mode = Mode.GARBAGE;
        dropConnections();
    }

    /** Holds back every piece of data by this much, in each direction. */
    public void delay(Duration delay) {
        this.delay = delay;
    }

    /** Forwards again without delay; connections that were silent are cut, for their bytes are lost. */
    public synchronized void restore() {
        if (mode == Mode.SILENT) {
            dropConnections();
        }
        mode = Mode.FORWARD;
        delay = Duration.ZERO;
        if (listener.isClosed()) {
            listen();
        }
    }

    /** How many client connections are open. */
    public int connections() {
        return (int)
                open.stream().filter(socket -> socket.getLocalPort() == port).count();
    }

    @Override
    public void close() {
        cut();
    }

    private void listen() {
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket accepting = listener;
        Thread.ofVirtual().name("tcp-proxy-" + port).start(() -> accept(accepting));
    }

    private void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket client = accepting.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                close(accepting);
            }
        }
    }

    private void serve(Socket client) {
        try {
            if (mode == Mode.GARBAGE) {
                client.getOutputStream()
                        .write("\u0001\u0002 no such protocol \u0003\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                close(client);
                return;
            }
            var server = new Socket();
            open.add(server);
            server.connect(target, 5000);
            // both ends decide themselves when to send: collecting more here would be a delay that nobody asked for
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
        } catch (IOException e) {
            close(client);
        } finally {
            open.remove(client);
        }
    }

    /** Pieces are under way side by side, as on a long line: the delay costs time and no bandwidth. */
    private record Piece(byte[] bytes, long due) {}

    private void pass(Socket from, Socket to) {
        var underWay = new LinkedBlockingQueue<Piece>();
        Thread.ofVirtual().start(() -> deliver(underWay, to));
        byte[] buffer = new byte[16_384];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (mode != Mode.SILENT) {
                    underWay.add(new Piece(Arrays.copyOf(buffer, read), System.nanoTime() + delay.toNanos()));
                }
            }
        } catch (IOException e) {
            // either side went away: both ends are closed below
        }
        underWay.add(new Piece(new byte[0], System.nanoTime() + delay.toNanos()));
        close(from);
        open.remove(from);
    }

    /** Until an empty piece comes, which ends the connection. */
    private static void deliver(BlockingQueue<Piece> underWay, Socket to) {
        try {
            for (var piece = underWay.take(); piece.bytes().length > 0; piece = underWay.take()) {
                var early = piece.due() - System.nanoTime();
                if (early > 0) {
                    Waiting.pause(Duration.ofNanos(early));
                }
                to.getOutputStream().write(piece.bytes());
            }
        } catch (IOException | InterruptedException e) {
            // the other side went away; nobody reads what is still under way
        }
        close(to);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // closing is all that can be done with it
        }
    }
}

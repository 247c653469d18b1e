package ai.hexabase.console.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A company's forward proxy: the only one that knows the hosts outside, and it wants a name and a password. */
final class ConnectProxy implements AutoCloseable {
    static final String USER = "console";
    static final String PASSWORD = "p@ss:word";

    private final ServerSocket listener;
    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();
    /** Hosts that were asked for, with name and password. */
    final List<String> passed = new CopyOnWriteArrayList<>();

    final List<String> refused = new CopyOnWriteArrayList<>();

    ConnectProxy() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try {
                    var client = listener.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /** A host outside is this port here. */
    void knows(String host, int port) {
        hosts.put(host, port);
    }

    String address() {
        return "http://" + USER + ":p%40ss%3Aword@127.0.0.1:" + listener.getLocalPort();
    }

    private void serve(Socket client) {
        try (client) {
            var in = client.getInputStream();
            var out = client.getOutputStream();
            var head = head(in);
            var host = head.replaceAll("(?s)^CONNECT ([^:]+):.*", "$1");
            var wanted = "Basic "
                    + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            if (!head.startsWith("CONNECT ") || !head.contains("roxy-Authorization: " + wanted)) {
                refused.add(host);
                answer(out, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
                return;
            }
            var port = hosts.get(host);
            if (port == null) {
                answer(out, "502 Bad Gateway");
                return;
            }
            passed.add(host);
            tunnel(client, in, out, port);
        } catch (IOException gone) {
            // the other side's business
        }
    }

    private static void tunnel(Socket client, InputStream in, OutputStream out, int port) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var there = Thread.ofVirtual().start(() -> {
                try {
                    in.transferTo(server.getOutputStream());
                    server.shutdownOutput();
                } catch (IOException over) {
                    // closed
                }
            });
            server.getInputStream().transferTo(out);
            client.shutdownOutput();
            there.interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write(("HTTP/1.1 " + line + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

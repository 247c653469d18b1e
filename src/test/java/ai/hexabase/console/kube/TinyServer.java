package ai.hexabase.console.kube;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.fleet.Identity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A server on the loopback interface that answers as a test wants it to. */
final class TinyServer implements AutoCloseable {
    /** Answers one exchange. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    static final String VERSION =
            "{\"major\":\"1\",\"minor\":\"34+\",\"gitVersion\":\"v1.34.2+k3s1\",\"platform\":\"linux/amd64\"}";

    private final URI address;
    private final AutoCloseable server;

    private TinyServer(URI address, AutoCloseable server) {
        this.address = address;
        this.server = server;
    }

    URI address() {
        return address;
    }

    /** Plain HTTP, always the same answer. */
    static TinyServer http(int code, String type, String body) {
        return http(exchange -> respond(exchange, code, type, body));
    }

    static TinyServer http(Answer answer) {
        try {
            return serve(HttpServer.create(loopback(), 0), "http", answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** HTTPS with this certificate; asks for a client certificate when an authority for those is given. */
    static TinyServer https(Identity identity, @Nullable String clientCa, Answer answer) {
        try {
            var context = context(identity, clientCa);
            var server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    var wanted = context.getDefaultSSLParameters();
                    wanted.setNeedClientAuth(clientCa != null);
                    parameters.setSSLParameters(wanted);
                }
            });
            return serve(server, "https", answer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes these bytes to everybody who connects, and hangs up. */
    static TinyServer bytes(String scheme, String bytes) {
        try {
            var listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
            Thread.ofVirtual().start(() -> {
                while (!listener.isClosed()) {
                    try (Socket client = listener.accept()) {
                        client.getInputStream().read(new byte[4096]);
                        client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                    } catch (IOException next) {
                        continue;
                    }
                }
            });
            return new TinyServer(URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort()), listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void respond(HttpExchange exchange, int code, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    private static TinyServer serve(HttpServer server, String scheme, Answer answer) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", answer::to);
        server.start();
        return new TinyServer(
                URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort()), () -> {
                    server.stop(0);
                    threads.shutdownNow();
                });
    }

    private static SSLContext context(Identity identity, @Nullable String clientCa) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = PemCertificates.read(identity.certificate()).toArray(Certificate[]::new);
        store.setKeyEntry("server", Pem.privateKey(identity.key()), new char[0], chain);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        var trust = clientCa == null ? null : new TrustManager[] {Tls.trust(clientCa)};
        context.init(keys.getKeyManagers(), trust, null);
        return context;
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}

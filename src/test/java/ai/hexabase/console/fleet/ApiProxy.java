package ai.hexabase.console.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands before an API server as a load balancer that ends TLS, and answers in its place when a test wants trouble.
 * Clients come with tokens: a client certificate would end here.
 */
public final class ApiProxy implements AutoCloseable {
    /** The console's own question whether the server is there. */
    private static final String PROBE = "/version";

    private static final Pattern WATCH = Pattern.compile("(^|&)watch=(1|true)");
    private static final Set<String> NOT_PASSED = Set.of("host", "connection", "content-length", "transfer-encoding");

    /** Answers an exchange in the place of the API server. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request that was not forwarded, and when it came ({@link System#nanoTime()}). */
    public record Refused(String path, long nanos) {}

    private final URI target;
    private final HttpClient http;
    private final int port = Ports.free();
    private final Set<InputStream> open = ConcurrentHashMap.newKeySet();
    private final List<Refused> refused = new CopyOnWriteArrayList<>();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile Answer answer;
    private HttpsServer server;

    private ApiProxy(URI target, HttpClient http) {
        this.target = target;
        this.http = http;
        this.answer = this::forward;
    }

    static ApiProxy before(URI target, HttpClient http, Identity serving) {
        var proxy = new ApiProxy(target, http);
        proxy.listen(serving);
        return proxy;
    }

    /** Where clients connect instead. */
    public URI url() {
        return URI.create("https://127.0.0.1:" + port);
    }

    /** From now on answers so, and ends the answers that are under way, such as watches. */
    public void answer(Answer instead) {
        refused.clear();
        answer = exchange -> {
            refused.add(new Refused(exchange.getRequestURI().getPath(), System.nanoTime()));
            instead.to(exchange);
        };
        open.forEach(ApiProxy::close);
    }

    /** From now on answers with this status and body, and ends the answers that are under way. */
    public void answer(int code, Map<String, String> headers, String body) {
        answer(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** Begins every answer and never ends it. */
    public void answerWithoutEnd(String again) {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var bytes = again.repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(bytes);
                Waiting.pause(Duration.ofMillis(10));
            }
        });
    }

    /** Forwards everything again. */
    public void forward() {
        answer = this::forward;
    }

    /** Requests since the last {@link #answer} that were not forwarded, without the console's probe. */
    public List<Refused> refused() {
        return refused.stream().filter(each -> !each.path().equals(PROBE)).toList();
    }

    /** Shows another certificate from now on, and cuts all connections. */
    public void present(Identity serving) {
        server.stop(0);
        listen(serving);
    }

    private void listen(Identity serving) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(serving)));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::serve);
            server.start();
        } catch (IOException | GeneralSecurityException e) {
            throw new FleetException("the proxy cannot listen", e);
        }
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            answer.to(exchange);
        } catch (IOException gone) {
            // the client or the API server hung up: so does the proxy
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try {
            var response = http.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
            response.headers().map().forEach((name, values) -> {
                if (!name.startsWith(":") && !NOT_PASSED.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(response.statusCode(), 0);
            pass(response.body(), exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var builder = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    /** Says this line to all who watch something whose path ends so, after what the API server itself said. */
    public void tell(String what, String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        watches.stream().filter(watch -> watch.path().endsWith(what)).forEach(watch -> {
            try {
                watch.tell(bytes);
            } catch (IOException gone) {
                // the next line of the API server ends this watch
            }
        });
    }

    /** A watch under way, which passes whole lines on so that others fit in between. */
    private record Watch(String path, OutputStream client) {
        synchronized void tell(byte[] line) throws IOException {
            client.write(line);
            client.flush();
        }
    }

    private void pass(InputStream body, HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        open.add(body);
        try (body) {
            if (query != null && WATCH.matcher(query).find()) {
                passLines(body, exchange);
            } else {
                passBytes(body, exchange.getResponseBody());
            }
        } finally {
            open.remove(body);
        }
    }

    private void passLines(InputStream body, HttpExchange exchange) throws IOException {
        var watch = new Watch(exchange.getRequestURI().getPath(), exchange.getResponseBody());
        watches.add(watch);
        try {
            var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                watch.tell((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } finally {
            watches.remove(watch);
        }
    }

    private static void passBytes(InputStream body, OutputStream client) throws IOException {
        var buffer = new byte[16_384];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            client.write(buffer, 0, read);
            client.flush();
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // it ended by itself
        }
    }

    private static SSLContext context(Identity serving) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(serving.certificate().getBytes(StandardCharsets.UTF_8)));
        var encoded = Base64.getMimeDecoder().decode(serving.key().replaceAll("-----[A-Z ]+-----", ""));
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        open.forEach(ApiProxy::close);
        server.stop(0);
    }
}

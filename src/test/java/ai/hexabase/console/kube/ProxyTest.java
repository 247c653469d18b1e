package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.fleet.CertificateAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final CertificateAuthority CA = new CertificateAuthority("corporate-ca", Instant.now());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private TinyServer server;
    private ServerSocket proxy;

    @BeforeEach
    void start() throws IOException {
        server = TinyServer.https(
                CA.server("api", List.of("api.internal.invalid"), Instant.now()),
                null,
                exchange -> TinyServer.respond(exchange, 200, "application/json", TinyServer.VERSION));
        proxy = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        server.close();
    }

    @Test
    void goesThroughTheProxyWhichResolvesTheName() {
        assertThat(version(null)).isEqualTo("v1.34.2+k3s1");
        assertThat(heard.getFirst()).startsWith("CONNECT api.internal.invalid:6443");
        assertThat(heard).noneMatch(line -> line.startsWith("Proxy-Authorization"));
    }

    @Test
    void signsInAtTheProxy() {
        assertThat(version("ann:pw")).isEqualTo("v1.34.2+k3s1");
        assertThat(heard).anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: Basic YW5uOnB3"));
        assertThat(heard).noneMatch(line -> line.contains("abc"));
    }

    @Test
    void inspectsCertificatesThroughTheProxy() {
        assertThat(new Connections(Clock.systemUTC())
                        .inspectTls(access(null), Duration.ofSeconds(3))
                        .verdict())
                .isEqualTo(TlsReport.Verdict.TRUSTED);
        assertThat(heard.getFirst()).startsWith("CONNECT api.internal.invalid:6443");
    }

    private String version(@Nullable String user) {
        try (var connection = new Connections(Clock.systemUTC()).open(access(user), Timeouts.SHORT)) {
            return connection.serverInfo().version();
        }
    }

    private KubeAccess access(@Nullable String user) {
        var proxyUri = URI.create("http://" + (user == null ? "" : user + "@") + "127.0.0.1:" + proxy.getLocalPort());
        return new KubeAccess(
                URI.create("https://api.internal.invalid:6443"),
                CA.certificate(),
                new Credentials.BearerToken("abc"),
                null,
                proxyUri);
    }

    /** Tunnels everything to the one server, whatever name was asked for. */
    private void accept() {
        while (!proxy.isClosed()) {
            try {
                var client = proxy.accept();
                Thread.ofVirtual().start(() -> tunnel(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void tunnel(Socket client) {
        try (client;
                var target = new Socket("127.0.0.1", server.address().getPort())) {
            var head =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
            for (var line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
                heard.add(line);
            }
            client.getOutputStream()
                    .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> copy(target, client));
            client.getInputStream().transferTo(target.getOutputStream());
        } catch (IOException gone) {
            heard.add("closed");
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }
}

package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.kube.ConnectionFailed.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTroubleTest {
    private static final Timeouts QUICK =
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Credentials TOKEN = new Credentials.BearerToken("abc");

    @Test
    void nobodyListening() throws Exception {
        URI gone;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            gone = URI.create("https://127.0.0.1:" + socket.getLocalPort());
        }
        assertFails(gone, Kind.REFUSED, "refused");
    }

    @Test
    void unknownHost() {
        assertFails(URI.create("https://no-such-host.invalid:6443"), Kind.UNKNOWN_HOST, "");
    }

    @Test
    void acceptsAndNeverAnswers() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            assertFails(URI.create("https://127.0.0.1:" + silent.getLocalPort()), Kind.TIMED_OUT, "");
            assertFails(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Kind.TIMED_OUT, "");
        }
    }

    @Test
    void answersDropByDropForever() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = TinyServer.http(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!end.await(50, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        })) {
            assertFails(server.address(), Kind.TIMED_OUT, "");
            end.countDown();
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOffBeforeItFillsTheMemory() throws Exception {
        try (var server = TinyServer.http(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var piece = new byte[64 * 1024];
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        })) {
            var patient = new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
            var access = KubeAccess.of(server.address(), null, TOKEN);
            try (var connection = new Connections(Clock.systemUTC()).open(access, patient)) {
                assertThatThrownBy(connection::serverInfo)
                        .isInstanceOfSatisfying(
                                ConnectionFailed.class,
                                failed -> assertThat(failed.kind()).isEqualTo(Kind.GARBAGE));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http  | SSH-2.0-OpenSSH_9.2\\r\\n       | GARBAGE",
                "https | HTTP/1.1 400 Bad Request\\r\\n\\r\\n | GARBAGE",
                "https | SSH-2.0-OpenSSH_9.2\\r\\n       | GARBAGE",
                "http  | HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\n{ | BROKEN",
                "http  | ''                              | BROKEN",
            })
    void speaksSomethingElseOrStopsInTheMiddle(String scheme, String bytes, Kind kind) throws Exception {
        try (var server = TinyServer.bytes(scheme, bytes.replace("\\r\\n", "\r\n"))) {
            assertFails(server.address(), kind, "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | text/html        | <html>Sign in</html>                                    | GARBAGE      | Sign in",
                "200 | application/json | {\"hello\":\"world\"}                                   | GARBAGE      | world",
                "200 | application/json | [1,2]                                                   | GARBAGE      | 200",
                "200 | application/json | ''                                                      | GARBAGE      | 200",
                "302 | text/html        | ''                                                      | GARBAGE      | 302",
                "404 | text/html        | <html>nginx</html>                                      | GARBAGE      | nginx",
                "401 | application/json | {\"kind\":\"Status\",\"message\":\"Unauthorized\"}      | UNAUTHORIZED | Unauthorized",
                "401 | text/plain       | who are you                                             | UNAUTHORIZED | who are you",
                "429 | text/plain       | Too many requests                                       | SERVER_ERROR | Too many",
                "500 | application/json | {\"kind\":\"Status\",\"message\":\"etcd is down\"}      | SERVER_ERROR | etcd is down",
                "503 | text/html        | <html>no backend</html>                                 | SERVER_ERROR | no backend",
            })
    void answersThatAreNone(int code, String type, String body, Kind kind, String words) throws Exception {
        try (var server = TinyServer.http(code, type, body)) {
            assertFails(server.address(), kind, words);
        }
    }

    @Test
    void redirectsAreNotFollowedWithTheToken() throws Exception {
        var visits = new AtomicInteger();
        try (var thief = TinyServer.http(exchange -> {
                    visits.incrementAndGet();
                    TinyServer.respond(exchange, 200, "application/json", TinyServer.VERSION);
                });
                var server = TinyServer.http(exchange -> {
                    exchange.getResponseHeaders().add("Location", thief.address() + "/version");
                    TinyServer.respond(exchange, 307, "text/plain", "moved");
                })) {
            assertFails(server.address(), Kind.GARBAGE, "307");
            assertThat(visits).hasValue(0);
        }
    }

    @Test
    void failingServersAreAskedOnlyOnce() throws Exception {
        var visits = new AtomicInteger();
        try (var server = TinyServer.http(exchange -> {
            visits.incrementAndGet();
            TinyServer.respond(exchange, 503, "text/plain", "later");
        })) {
            assertFails(server.address(), Kind.SERVER_ERROR, "later");
            assertThat(visits).hasValue(1);
        }
    }

    @Test
    void readsVersionsOfDistributions() throws Exception {
        try (var server = TinyServer.http(200, "application/json", TinyServer.VERSION);
                var connection = open(server.address())) {
            assertThat(connection.serverInfo()).isEqualTo(new ServerInfo("v1.34.2+k3s1", 1, 34, "linux/amd64"));
        }
    }

    @Test
    void passesUpSeveralWarningsUnquoted() throws Exception {
        try (var server = TinyServer.http(exchange -> {
                    exchange.getResponseHeaders().add("Warning", "299 - \"say \\\"no\\\", please\"");
                    exchange.getResponseHeaders().add("Warning", "299 - \"two\", 299 - \"three\"");
                    TinyServer.respond(
                            exchange,
                            200,
                            "application/json",
                            Samples.configMap("n", "x", "k", "v").json());
                });
                var connection = open(server.address())) {
            var result = connection.apply(Samples.configMap("n", "x", "k", "v"), ApplyOptions.REAL);
            assertThat(result.warnings()).isEqualTo(List.of("say \"no\", please", "two", "three"));
        }
    }

    @Test
    void aWatchSurvivesNonsenseAndTellsOfIt() throws Exception {
        var requests = new AtomicInteger();
        try (var server = TinyServer.http(exchange -> nonsenseFirst(exchange, requests.incrementAndGet()));
                var connection = open(server.address())) {
            var diary = new WatchDiary();
            connection.watch(ListQuery.of(ResourceKind.CONFIG_MAP), diary);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> diary.names().contains("late"));
            assertThat(diary.problems()).extracting(problem -> problem.code()).contains("kube-garbage");
            assertThat(diary.lists()).isGreaterThan(1);
        }
    }

    private static void nonsenseFirst(com.sun.net.httpserver.HttpExchange exchange, int request) throws IOException {
        boolean watch = exchange.getRequestURI().getQuery().contains("watch=true");
        if (!watch) {
            TinyServer.respond(exchange, 200, "application/json", """
                    {"kind":"ConfigMapList","metadata":{"resourceVersion":"7"},"items":[]}""");
        } else if (request < 3) {
            TinyServer.respond(exchange, 200, "application/json", "what?\n");
        } else {
            var event = "{\"type\":\"ADDED\",\"object\":"
                    + Samples.configMap("n", "late", "k", "v").json() + "}\n";
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    @Test
    void aWatchThatIsSentALineWithoutEndBeginsAnew() throws Exception {
        var requests = new AtomicInteger();
        try (var server = TinyServer.http(exchange -> {
                    if (requests.incrementAndGet() == 2) {
                        exchange.sendResponseHeaders(200, 0);
                        while (true) {
                            exchange.getResponseBody().write(new byte[1024]);
                            exchange.getResponseBody().flush();
                        }
                    }
                    nonsenseFirst(exchange, requests.get());
                });
                var connection = open(server.address())) {
            var diary = new WatchDiary();
            connection.watch(ListQuery.of(ResourceKind.CONFIG_MAP), diary);
            Awaitility.await().until(() -> diary.names().contains("late"));
        }
    }

    @Test
    void aClosedConnectionIsBroken() throws Exception {
        try (var server = TinyServer.http(200, "application/json", TinyServer.VERSION)) {
            var connection = open(server.address());
            connection.serverInfo();
            connection.close();
            assertThatThrownBy(connection::serverInfo).isInstanceOf(ConnectionFailed.class);
        }
    }

    private static ClusterConnection open(URI server) {
        return new Connections(Clock.systemUTC()).open(KubeAccess.of(server, null, TOKEN), QUICK);
    }

    private static void assertFails(URI server, Kind kind, String words) {
        try (var connection = open(server)) {
            assertThatThrownBy(connection::serverInfo).isInstanceOfSatisfying(ConnectionFailed.class, failed -> {
                assertThat(failed.kind()).as(failed.getMessage()).isEqualTo(kind);
                assertThat(failed.problem().args()).containsExactly(server.toString());
                assertThat(failed.problem().words()).isNotBlank().contains(words);
            });
        }
    }
}

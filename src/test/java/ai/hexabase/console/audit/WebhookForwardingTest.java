package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.ForwardTarget.Kind;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The record sent on to a webhook that fails in every way and comes back. */
class WebhookForwardingTest extends ForwardGround {
    /** What the receiver does with a request. */
    private enum Mood {
        TAKES,
        FAILS,
        HANGS,
        REDIRECTS
    }

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.TAKES;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void hangUp() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (mood) {
            case TAKES -> {
                taken.add(body);
                signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE)));
                exchange.sendResponseHeaders(202, -1);
            }
            case FAILS -> exchange.sendResponseHeaders(500, -1);
            case REDIRECTS -> {
                exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
                exchange.sendResponseHeaders(307, -1);
            }
            case HANGS -> {
                try {
                    end.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        exchange.close();
    }

    private ForwardTarget webhook(boolean single) {
        return target(Kind.WEBHOOK, "http://127.0.0.1:" + server.getAddress().getPort() + "/in?a=b", single, "");
    }

    private List<Long> arrived() {
        return taken.stream()
                .map(text -> JsonMapper.shared().readTree(text))
                .flatMap(json ->
                        json.isArray() ? StreamSupport.stream(json.spliterator(), false) : List.of(json).stream())
                .map(entry -> entry.path("seq").asLong())
                .toList();
    }

    @Test
    void nothingIsLostRepeatedOrOutOfOrderWhenTheReceiverFailsInEveryWayAndComesBack() {
        var id = kept(webhook(false));
        record(150);
        piece(id);
        for (var trouble : List.of(Mood.FAILS, Mood.REDIRECTS, Mood.HANGS)) {
            mood = trouble;
            record(5);
            clock.reach(piece(id).at());
        }
        assertThat(progress(id).failure().tries()).isEqualTo(3);
        assertThat(progress(id).position()).isEqualTo(150);
        mood = Mood.TAKES;
        piece(id);
        assertThat(arrived()).isEqualTo(LongStream.rangeClosed(1, 165).boxed().toList());
        assertThat(taken).as("in batches").hasSize(3);
        assertThat(progress(id).failure()).isNull();
    }

    @Test
    void whatAnErrorAnsweredIsToldInWords() {
        var id = kept(webhook(false));
        record(1);
        mood = Mood.FAILS;
        piece(id);
        var problem = progress(id).failure().problem();
        assertThat(problem.code()).isEqualTo("audit-forward-answer");
        assertThat(problem.args()).containsExactly("127.0.0.1", "500");
    }

    @Test
    void oneAtATimeWhereTheReceiverWantsThatAndAFailureRepeatsNone() {
        var id = kept(webhook(true));
        record(3);
        piece(id);
        assertThat(taken).hasSize(3).allSatisfy(text -> assertThat(text).startsWith("{\"seq\":"));
        assertThat(arrived()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theSharedSecretSignsExactlyWhatIsSent() {
        var target = webhook(false);
        var secret = "schlüssel".getBytes(StandardCharsets.UTF_8);
        targets.insert(target, sealer.seal(secret, Carriers.sealedFor(target.id())), clock.instant());
        record(2);
        piece(target.id());
        assertThat(signatures)
                .containsExactly(
                        "sha256=" + Webhook.signature(taken.getFirst().getBytes(StandardCharsets.UTF_8), secret));
        // RFC 4231, test case 2
        assertThat(Webhook.signature(
                        "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8),
                        "Jefe".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void withoutASecretNothingIsSigned() {
        piece(kept(webhook(false)));
        record(1);
        piece(targets.all().getFirst().id());
        assertThat(signatures).containsExactly("null");
    }
}

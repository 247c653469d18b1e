package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.http.OutgoingConnections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Entries as JSON in a POST request. Any answer 2xx means that the receiver has them.
 *
 * @param secret signs the body, null when there is none
 * @param single for receivers that take one at a time: an object instead of an array of them
 */
record Webhook(HttpClient http, URI address, byte @Nullable [] secret, boolean single) implements Carrier {
    /** Lower-case hex of HMAC-SHA-256 over the body as it is sent. */
    static final String SIGNATURE = "X-Hexabase-Signature";

    @Override
    public void carry(List<Link> entries) {
        var json = entries.stream().map(Link::json).collect(Collectors.joining(","));
        var body = (single ? json : "[" + json + "]").getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(address)
                .timeout(OutgoingConnections.ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", SyslogText.APP)
                .POST(BodyPublishers.ofByteArray(body));
        OutgoingConnections.proxyAuthorization(address)
                .ifPresent(value -> request.header(OutgoingConnections.PROXY_AUTHORIZATION, value));
        if (secret != null) {
            request.header(SIGNATURE, "sha256=" + signature(body, secret));
        }
        send(request.build());
    }

    private void send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            // what it says beside that could go on for ever
            answer.body().close();
            var status = answer.statusCode();
            if (status / 100 != 2) {
                throw new ProblemException(Problem.of("audit-forward-answer", address.getHost(), status));
            }
        } catch (IOException away) {
            throw new ProblemException(
                    Problem.of("audit-forward-away", address.getAuthority()).saying(OutgoingConnections.words(away)),
                    away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("audit-forward-away", address.getAuthority()), stopped);
        }
    }

    static String signature(byte[] body, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package ai.hexabase.console.kube;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole answer of an API server. */
record ApiAnswer(
        URI server,
        int code,
        String contentType,
        List<String> warnings,
        @Nullable Duration retryAfter,
        byte[] body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    boolean ok() {
        return code >= 200 && code < 300;
    }

    /** The answer's JSON; lost credentials, failing servers, refusals and nonsense are thrown. */
    JsonNode json() {
        if (!ok()) {
            throw new RequestRefused(refusal());
        }
        return parse();
    }

    /** The answer's JSON as this type, reading only the fields that the type has. */
    <T> T json(Class<T> type) {
        if (!ok()) {
            throw new RequestRefused(refusal());
        }
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException broken) {
            throw garbage();
        }
    }

    /** Why the server said no; an answer that is no refusal at all is a {@link ConnectionFailed}. */
    Refusal refusal() {
        if (code == 401) {
            throw failed(ConnectionFailed.Kind.UNAUTHORIZED);
        }
        if (code == 429 || code >= 500) {
            throw failed(ConnectionFailed.Kind.SERVER_ERROR);
        }
        if (code == 404 && text().startsWith("404 page not found")) {
            return new Refusal(404, "NotFound", text().strip(), List.of());
        }
        return Statuses.refusal(status(), code);
    }

    /** The answer's Status object; another answer is garbage. */
    JsonNode status() {
        if (!isStatus()) {
            throw garbage();
        }
        return parse();
    }

    boolean isStatus() {
        try {
            return "Status".equals(JSON.readTree(body).path("kind").asString(""));
        } catch (JacksonException broken) {
            return false;
        }
    }

    private JsonNode parse() {
        try {
            var node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException broken) {
            throw garbage();
        }
        throw garbage();
    }

    private ConnectionFailed failed(ConnectionFailed.Kind kind) {
        var text = text();
        try {
            var words = JSON.readTree(body).path("message").asString("");
            text = words.isBlank() ? text : words;
        } catch (JacksonException plainText) {
            text = text.strip();
        }
        return new ConnectionFailed(kind, server.toString(), shortened("HTTP " + code + ": " + text), null, retryAfter);
    }

    ConnectionFailed garbage() {
        var words = "HTTP " + code + " " + contentType + ": " + text();
        return new ConnectionFailed(ConnectionFailed.Kind.GARBAGE, server.toString(), shortened(words), null);
    }

    private String text() {
        return new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}

package ai.hexabase.console.cluster;

import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@link KubeAccess} as JSON bytes, to be sealed. */
final class AccessCodec {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AccessCodec() {}

    static byte[] write(KubeAccess access) {
        var json = JSON.createObjectNode()
                .put("server", access.server().toString())
                .put("ca", access.caPem())
                .put("tlsServerName", access.tlsServerName())
                .put("proxy", access.proxy() == null ? null : access.proxy().toString());
        return JSON.writeValueAsBytes(with(json, access.credentials()));
    }

    private static ObjectNode with(ObjectNode json, Credentials credentials) {
        return switch (credentials) {
            case Credentials.ClientCertificate(var certificate, var key) ->
                json.put("certificate", certificate).put("key", key);
            case Credentials.BearerToken(var token) -> json.put("token", token);
            case Credentials.TokenFile(var path) -> json.put("tokenFile", path.toString());
        };
    }

    static KubeAccess read(byte[] bytes) {
        var json = JSON.readTree(bytes);
        var proxy = text(json, "proxy");
        return new KubeAccess(
                URI.create(json.path("server").asString()),
                text(json, "ca"),
                credentials(json),
                text(json, "tlsServerName"),
                proxy == null ? null : URI.create(proxy));
    }

    private static Credentials credentials(JsonNode json) {
        if (json.hasNonNull("token")) {
            return new Credentials.BearerToken(json.path("token").asString());
        }
        if (json.hasNonNull("tokenFile")) {
            return new Credentials.TokenFile(Path.of(json.path("tokenFile").asString()));
        }
        return new Credentials.ClientCertificate(
                json.path("certificate").asString(), json.path("key").asString());
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asString() : null;
    }
}

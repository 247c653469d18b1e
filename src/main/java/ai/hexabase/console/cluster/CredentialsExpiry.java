package ai.hexabase.console.cluster;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.kube.Credentials;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Until when credentials are good: a certificate's notAfter or a token's {@code exp} (RFC 7519). */
final class CredentialsExpiry {
    private CredentialsExpiry() {}

    /** Null when they tell no end, as an opaque token. */
    static @Nullable Instant of(Credentials credentials) {
        return switch (credentials) {
            case Credentials.ClientCertificate(var certPem, var ignored) ->
                PemCertificates.readable(certPem).stream()
                        .findFirst()
                        .map(certificate -> certificate.getNotAfter().toInstant())
                        .orElse(null);
            case Credentials.BearerToken(var token) -> ofToken(token);
            case Credentials.TokenFile ignored -> null;
        };
    }

    private static @Nullable Instant ofToken(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            var exp = claims.path("exp");
            return exp.isNumber() ? Instant.ofEpochSecond(exp.asLong()) : null;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }
}

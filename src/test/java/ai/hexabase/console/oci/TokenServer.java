package ai.hexabase.console.oci;

import ai.hexabase.console.fleet.CertificateAuthority;
import ai.hexabase.console.fleet.Ports;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives tokens to those who know the password; one that lets pull only to {@link RealRegistry#ACCOUNT}. */
final class TokenServer implements AutoCloseable {
    static final String SERVICE = "registry";
    static final String ISSUER = "tokens";

    private final String certificate;
    private final PrivateKey key;
    private final TlsSite site;

    TokenServer(CertificateAuthority authority) throws IOException {
        var signer = authority.client("tokens", List.of(), Instant.now(), Duration.ofDays(30));
        certificate = body(signer.certificate());
        key = key(signer.key());
        site = TlsSite.start(authority, Ports.free(), this::answer);
    }

    private static String body(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    private static PrivateKey key(String pem) {
        try {
            var encoded = Base64.getDecoder().decode(body(pem));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return site.url() + "/token";
    }

    private void answer(HttpExchange asked) throws IOException {
        var who = account(asked);
        if (who.isEmpty()) {
            TlsSite.respond(asked, 401, "application/json", "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}");
            return;
        }
        var query = URLDecoder.decode(asked.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        var repository = query.replaceFirst(".*scope=repository:([^:]+):.*", "$1");
        var actions = who.equals(RealRegistry.ACCOUNT) ? List.of("pull") : List.<String>of();
        TlsSite.respond(asked, 200, "application/json", "{\"token\":\"" + token(repository, actions) + "\"}");
    }

    private static String account(HttpExchange asked) {
        var header = String.valueOf(asked.getRequestHeaders().getFirst("Authorization"));
        if (!header.startsWith("Basic ")) {
            return "";
        }
        var both = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        var known = both.endsWith(":" + RealRegistry.PASSWORD);
        return known ? both.substring(0, both.indexOf(':')) : "";
    }

    String token(String repository, List<String> actions) {
        try {
            var now = Instant.now();
            var claims = new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .subject(RealRegistry.ACCOUNT)
                    .audience(SERVICE)
                    .issueTime(Date.from(now))
                    .notBeforeTime(Date.from(now.minusSeconds(30)))
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .jwtID(UUID.randomUUID().toString())
                    .claim(
                            "access",
                            actions.isEmpty()
                                    ? List.of()
                                    : List.of(Map.of("type", "repository", "name", repository, "actions", actions)))
                    .build();
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .x509CertChain(List.of(new com.nimbusds.jose.util.Base64(certificate)))
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}

package ai.hexabase.console.security;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.RoleRule;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** An OpenID Connect provider of the test's own, which says whatever the test wants. */
final class ForgingProvider implements AutoCloseable {
    static final String ID = "forged";
    static final String CLIENT = "console-client";
    static final String SECRET = "secret-of-the-client";

    /** Signs claims, or does worse. */
    interface Signing {
        String sign(JWTClaimsSet claims) throws JOSEException;
    }

    private final HttpServer server;
    private final String base;
    private final String id;
    final List<RSAKey> published = new CopyOnWriteArrayList<>();
    final Map<String, Object> described = new LinkedHashMap<>();
    final AtomicInteger keysFetched = new AtomicInteger();
    final List<String> refreshed = new CopyOnWriteArrayList<>();
    Consumer<JWTClaimsSet.Builder> claims = builder -> {};
    Signing signing = this::signed;
    Map<String, Object> userinfo = Map.of();
    Function<String, String> token = token -> token;
    Runnable before = () -> {};
    private volatile String nonce = "";
    private volatile boolean codeIsNew;
    RSAKey key;

    private ForgingProvider(HttpServer server, String base, String id) throws JOSEException {
        this.server = server;
        this.base = base;
        this.id = id;
        key = newKey();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, json(described)));
        server.createContext("/token", this::token);
        server.createContext("/jwks", exchange -> {
            keysFetched.incrementAndGet();
            answer(exchange, 200, new JWKSet(List.copyOf(published)).toString(true));
        });
        server.createContext("/userinfo", exchange -> answer(exchange, 200, json(userinfo)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        reset();
    }

    static ForgingProvider start() throws Exception {
        return new ForgingProvider(HttpServer.create(loopback(), 0), "http://127.0.0.1", ID);
    }

    /** Under a name that only a proxy knows. */
    static ForgingProvider startTls(SSLContext tls, String host, String id) throws Exception {
        var server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new ForgingProvider(server, "https://" + host, id);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    }

    /** Honest again. */
    void reset() {
        published.clear();
        published.add(key.toPublicJWK());
        described.clear();
        described.put("issuer", issuer());
        described.put("authorization_endpoint", issuer() + "/authorize");
        described.put("token_endpoint", issuer() + "/token");
        described.put("jwks_uri", issuer() + "/jwks");
        described.put("userinfo_endpoint", issuer() + "/userinfo");
        described.put("response_types_supported", List.of("code"));
        described.put("subject_types_supported", List.of("public"));
        described.put("id_token_signing_alg_values_supported", List.of("RS256"));
        described.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "private_key_jwt"));
        claims = builder -> {};
        signing = this::signed;
        userinfo = Map.of();
        token = token -> token;
        before = () -> {};
    }

    String issuer() {
        return base + ":" + server.getAddress().getPort();
    }

    int port() {
        return server.getAddress().getPort();
    }

    IdentityProvider provider(String authorities) {
        return new IdentityProvider(
                id,
                "Forged",
                URI.create(issuer()),
                CLIENT,
                List.of("profile"),
                "preferred_username",
                "groups",
                List.of(new RoleRule("/it", Role.OPERATOR)),
                authorities,
                false,
                null);
    }

    /** What ends the sessions of the person it says it knows. */
    JWTClaimsSet.Builder logoutToken() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("7f0c")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    String signed(JWTClaimsSet said) throws JOSEException {
        return signed(said, key);
    }

    static String signed(JWTClaimsSet said, RSAKey by) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(by.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var jwt = new SignedJWT(header, said);
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    JWTClaimsSet.Builder honest() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("7f0c")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("preferred_username", "kenji.tanaka")
                .claim("name", "田中 健二")
                .claim("groups", List.of("/it"));
    }

    /** What the provider does with somebody who was sent to it: lets them in, and sends them back. */
    String authorized(String address) {
        var asked = parameters(URI.create(address).getRawQuery());
        nonce = asked.getOrDefault("nonce", "");
        codeIsNew = true;
        return asked.get("redirect_uri") + "?code=code-" + UUID.randomUUID() + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    }

    private void token(HttpExchange exchange) throws IOException {
        before.run();
        var asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var refresh = asked.get("refresh_token");
        if (refresh != null) {
            refreshed.add(refresh);
        } else if (!codeIsNew) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        } else {
            codeIsNew = false;
        }
        var said = honest();
        claims.accept(said);
        try {
            answer(exchange, 200, json(tokens(token.apply(signing.sign(said.build())))));
        } catch (JOSEException broken) {
            throw new IOException(broken);
        }
    }

    private static Map<String, Object> tokens(String idToken) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", "access");
        answer.put("refresh_token", "refresh-" + UUID.randomUUID());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 300);
        answer.put("scope", "openid profile");
        answer.put("id_token", idToken);
        return answer;
    }

    private static String json(Map<String, Object> values) {
        return JSONObjectUtils.toJSONString(values);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        Arrays.stream(query.split("&"))
                .map(each -> each.split("=", 2))
                .forEach(each ->
                        found.put(each[0], URLDecoder.decode(each.length > 1 ? each[1] : "", StandardCharsets.UTF_8)));
        return found;
    }

    /** From the console's door to the answer, which the console has not seen yet. */
    String answer(LocalVisitor visitor, String console) throws Exception {
        var there = LocalVisitor.location(visitor.get(console + "/oauth2/authorization/" + id));
        return there.startsWith(issuer()) ? authorized(there) : there;
    }

    /** The whole way; tells where it ended. */
    String signIn(LocalVisitor visitor, String console) throws Exception {
        var back = answer(visitor, console);
        return back.startsWith(console + "/login/") ? LocalVisitor.location(visitor.get(back)) : back;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Keys of a provider that has others now. */
    void rotate() throws JOSEException {
        key = newKey();
        published.clear();
        published.addAll(new ArrayList<>(List.of(key.toPublicJWK())));
    }
}

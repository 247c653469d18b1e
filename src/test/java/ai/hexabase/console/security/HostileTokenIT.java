package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.IdentityProviders;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that lies, or somebody who plays one: nobody is signed in, and the record says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTokenIT {
    private RunningConsole console;
    private ForgingProvider provider;

    @BeforeAll
    void start() throws Exception {
        provider = ForgingProvider.start();
        console = RunningConsole.fresh("hostile-token", "console.sign-in.recorded-each-minute=1000");
        letIn();
    }

    private void letIn() {
        var providers = console.bean(IdentityProviders.class);
        providers.save(provider.provider(""), ForgingProvider.SECRET);
        providers.noteTest(ForgingProvider.ID);
        providers.switchOn(ForgingProvider.ID);
    }

    @BeforeEach
    void honest() {
        provider.reset();
    }

    @AfterAll
    void stop() {
        console.close();
        provider.close();
    }

    private record Forgery(String what, Consumer<ForgingProvider> by, String words) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Forgery claims(String what, Consumer<JWTClaimsSet.Builder> change, String words) {
        return new Forgery(what, provider -> provider.claims = change, words);
    }

    private static Forgery signing(String what, ForgingProvider.Signing signing, String words) {
        return new Forgery(what, provider -> provider.signing = signing, words);
    }

    static Stream<Forgery> forgeries() {
        var longAgo = Date.from(Instant.now().minusSeconds(7200));
        return Stream.of(
                claims("another issuer", said -> said.issuer("https://evil.example"), "iss"),
                claims("another audience", said -> said.audience("another-client"), "aud"),
                claims(
                        "several audiences, nobody named",
                        said -> said.audience(List.of("console-client", "other")),
                        "azp"),
                claims("another authorized party", said -> said.claim("azp", "another-client"), "azp"),
                claims("another nonce", said -> said.claim("nonce", "made-up"), "nonce"),
                claims("no nonce", said -> said.claim("nonce", null), "nonce"),
                claims("no subject", said -> said.subject(null), "sub"),
                claims(
                        "expired",
                        said -> said.issueTime(longAgo)
                                .expirationTime(Date.from(Instant.now().minusSeconds(3600))),
                        "expired"),
                claims(
                        "not yet valid",
                        said -> said.notBeforeTime(Date.from(Instant.now().plusSeconds(3600))),
                        "before"),
                claims(
                        "issued in the future",
                        said -> said.issueTime(Date.from(Instant.now().plusSeconds(3600)))
                                .expirationTime(Date.from(Instant.now().plusSeconds(7200))),
                        "iat"),
                signing("no signature", said -> new PlainJWT(said).serialize(), "alg"),
                signing("signed with the public key as a secret", HostileTokenIT::byThePublicKey, "lgorithm"),
                signing("a key that nobody published", said -> ForgingProvider.signed(said, other()), "key"),
                new Forgery("a changed token", forging -> forging.token = HostileTokenIT::changed, "ignature"),
                new Forgery("no token at all", forging -> forging.token = token -> "not a token", "Malformed"),
                new Forgery("megabytes", forging -> forging.token = token -> token + "A".repeat(3_000_000), "longer"));
    }

    private static com.nimbusds.jose.jwk.RSAKey other() {
        try {
            return ForgingProvider.newKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String byThePublicKey(JWTClaimsSet said) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), said);
        jwt.sign(new MACSigner(PUBLIC_KEY.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static final com.nimbusds.jose.jwk.RSAKey PUBLIC_KEY = other();

    private static String changed(String token) {
        var parts = token.split("\\.");
        return parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 6) + "AAAAAA";
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedTokenSignsNobodyInAndTheRecordSaysWhy(Forgery forgery) throws Exception {
        if (forgery.what().startsWith("signed with the public key")) {
            provider.published.add(PUBLIC_KEY.toPublicJWK());
        }
        forgery.by().accept(provider);
        var visitor = LocalVisitor.at(console.url());
        assertThat(provider.signIn(visitor, console.url())).endsWith("/sign-in?provider-failed");
        assertThat(visitor.isSignedIn()).isFalse();
        refusedWith("sign-in-provider-failed", forgery.words());
        assertThat(visitor.get("/sign-in?provider-failed").statusCode()).isEqualTo(200);
    }

    /** Keys that others invented may have used up what may be fetched for some seconds. */
    private LocalVisitor signedIn() {
        return await().atMost(20, TimeUnit.SECONDS)
                .until(
                        () -> {
                            var visitor = LocalVisitor.at(console.url());
                            visitor.get("/sign-in");
                            provider.signIn(visitor, console.url());
                            return visitor;
                        },
                        visitor -> isSignedIn(visitor));
    }

    private static boolean isSignedIn(LocalVisitor visitor) {
        try {
            return visitor.isSignedIn();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void refusedWith(String problem, String words) {
        var last = console.bean(Acts.class).find(EntryQuery.ALL, 0, 1).getFirst();
        assertThat(last.act().result()).isEqualTo(Act.Result.REFUSED);
        assertThat(last.act().problem()).isEqualTo(problem);
        assertThat(String.valueOf(last.act().words())).contains(words);
        assertThat(last.who().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void anHonestProviderSignsSomebodyInWithAnotherSession() throws Exception {
        signedIn();
        var visitor = LocalVisitor.at(console.url());
        visitor.get("/sign-in");
        var before = visitor.cookie("hexabase-console").orElseThrow().getValue();
        provider.signIn(visitor, console.url());
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(visitor.cookie("hexabase-console").orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void anAnswerIsTakenOnceAndOnlyByTheBrowserThatAsked() throws Exception {
        signedIn();
        var visitor = LocalVisitor.at(console.url());
        var answer = provider.answer(visitor, console.url());
        assertThat(LocalVisitor.location(LocalVisitor.at(console.url()).get(answer)))
                .endsWith("/sign-in?again");
        visitor.get(answer);
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(LocalVisitor.location(visitor.get(answer))).endsWith("/sign-in?again");
        refusedWith("sign-in-again", "authorization_request_not_found");
        var other = LocalVisitor.at(console.url());
        provider.answer(other, console.url());
        assertThat(LocalVisitor.location(other.get(answer))).endsWith("/sign-in?again");
        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void aCodeThatTheProviderHasTakenAlreadySignsNobodyIn() throws Exception {
        var first = LocalVisitor.at(console.url());
        var second = LocalVisitor.at(console.url());
        var used =
                ForgingProvider.parameters(provider.answer(first, console.url()).replaceAll("^[^?]*\\?", ""));
        var own = provider.answer(second, console.url());
        first.get(console.url() + "/login/oauth2/code/" + ForgingProvider.ID + "?code=" + used.get("code") + "&state="
                + LocalVisitor.encoded(used.get("state")));
        var state = ForgingProvider.parameters(own.replaceAll("^[^?]*\\?", "")).get("state");
        var answer = second.get("/login/oauth2/code/" + ForgingProvider.ID + "?code=" + used.get("code") + "&state="
                + LocalVisitor.encoded(state));
        assertThat(LocalVisitor.location(answer)).endsWith("/sign-in?provider-failed");
        refusedWith("sign-in-provider-failed", "invalid_grant");
    }

    @Test
    void newKeysAreTakenAtOnceAndOldOnesNoMore() throws Exception {
        signedIn();
        var old = provider.key;
        provider.rotate();
        signedIn();
        provider.signing = said -> ForgingProvider.signed(said, old);
        var late = LocalVisitor.at(console.url());
        assertThat(provider.signIn(late, console.url())).endsWith("?provider-failed");
        assertThat(late.isSignedIn()).isFalse();
    }

    @Test
    void keysAreKeptAndInventedOnesDoNotHaveThemFetchedWithoutEnd() throws Exception {
        signedIn();
        var before = provider.keysFetched.get();
        for (var count = 0; count < 3; count++) {
            provider.signIn(LocalVisitor.at(console.url()), console.url());
        }
        assertThat(provider.keysFetched.get()).isEqualTo(before);
        var unknown = ForgingProvider.signed(provider.logoutToken().build(), other());
        var start = System.nanoTime();
        for (var count = 0; count < 40; count++) {
            logout(unknown);
        }
        var pauses = Duration.ofNanos(System.nanoTime() - start).dividedBy(Duration.ofSeconds(5));
        // twice in each five seconds, whatever this machine's pace
        assertThat((long) provider.keysFetched.get() - before).isLessThanOrEqualTo(2 * (pauses + 1));
    }

    @Test
    void whatTheProviderSaysOfAnotherSubjectIsNotTaken() throws Exception {
        provider.claims = said -> said.claim("groups", null);
        provider.userinfo = Map.of("sub", "somebody-else", "groups", List.of("/it"));
        var visitor = LocalVisitor.at(console.url());
        assertThat(provider.signIn(visitor, console.url())).endsWith("?provider-failed");
        refusedWith("sign-in-provider-failed", "user_info");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "issuer, https://evil.example",
        "token_endpoint, https://169.254.169.254/latest/meta-data",
        "jwks_uri, https://[fd00:ec2::254]/keys",
        "token_endpoint, http://sso.example/token",
        "authorization_endpoint, javascript:alert(1)",
        "userinfo_endpoint, file:///etc/passwd",
    })
    void aProviderThatLeadsElsewhereIsNotFollowed(String what, String where) throws Exception {
        provider.described.put(what, where);
        var visitor = LocalVisitor.at(console.url());
        assertThat(provider.signIn(visitor, console.url())).endsWith("/sign-in?provider-away");
        assertThat(visitor.isSignedIn()).isFalse();
        Assertions.assertThatThrownBy(
                        () -> console.bean(IdentityProviders.class).reach(provider.provider("")))
                .isInstanceOf(ProblemException.class)
                .satisfies(thrown -> assertThat(
                                ((ProblemException) thrown).problem().code())
                        .isIn("identity-issuer-differs", "identity-endpoint-forbidden"));
    }

    @Test
    void aProviderThatIsSlowIsGivenUpAndThePageSaysSo() throws Exception {
        var hold = new CountDownLatch(1);
        provider.before = () -> {
            try {
                hold.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        var visitor = LocalVisitor.at(console.url());
        assertThat(provider.signIn(visitor, console.url())).endsWith("/sign-in?provider-failed");
        hold.countDown();
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void aProviderThatIsGoneLeadsToThePageThatSaysSoAndNotRoundAndRound() throws Exception {
        var visitor = LocalVisitor.at(console.url());
        var answer = provider.answer(visitor, console.url());
        provider.described.clear();
        assertThat(LocalVisitor.location(visitor.get("/oauth2/authorization/forged")))
                .endsWith("/sign-in?provider-away");
        assertThat(visitor.get("/sign-in?provider-away").statusCode()).isEqualTo(200);
        assertThat(LocalVisitor.location(visitor.get("/oauth2/authorization/unknown")))
                .endsWith("/sign-in?provider-away");
        assertThat(answer).startsWith(console.url());
    }

    private int logout(String token) throws Exception {
        return LocalVisitor.at(console.url())
                .post("/logout/connect/back-channel/" + ForgingProvider.ID, "logout_token=" + token)
                .statusCode();
    }

    private record Lie(String what, Consumer<JWTClaimsSet.Builder> change, String words) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Lie> lies() {
        return Stream.of(
                new Lie("another issuer", said -> said.issuer("https://evil.example"), "iss"),
                new Lie("another audience", said -> said.audience("other"), "aud"),
                new Lie("no audience", said -> said.audience(List.of()), "aud"),
                new Lie("no events", said -> said.claim("events", null), "events"),
                new Lie(
                        "other events",
                        said -> said.claim("events", Map.of("http://evil.example", Map.of())),
                        "events"),
                new Lie("a nonce", said -> said.claim("nonce", "n"), "nonce"),
                new Lie("nobody", said -> said.subject(null), "sub"),
                new Lie("no name", said -> said.jwtID(null), "jti"),
                new Lie("no time", said -> said.issueTime(null), "iat"),
                new Lie(
                        "long ago",
                        said -> said.issueTime(Date.from(Instant.now().minusSeconds(3600))),
                        "iat"),
                new Lie(
                        "in the future",
                        said -> said.issueTime(Date.from(Instant.now().plusSeconds(3600)))
                                .expirationTime(Date.from(Instant.now().plusSeconds(7200))),
                        "iat"),
                new Lie(
                        "expired",
                        said -> said.issueTime(Date.from(Instant.now().minusSeconds(300)))
                                .expirationTime(Date.from(Instant.now().minusSeconds(200))),
                        "expired"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aForgedLogoutEndsNothingAndTheRecordSaysWhy(Lie lie) throws Exception {
        var visitor = signedIn();
        var said = provider.logoutToken();
        lie.change().accept(said);
        assertThat(logout(provider.signed(said.build()))).isEqualTo(400);
        refusedWith("logout-token", lie.words());
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void aLogoutThatNobodySignedOrThatWasSentBeforeEndsNothing() throws Exception {
        var visitor = signedIn();
        assertThat(logout(new PlainJWT(provider.logoutToken().build()).serialize()))
                .isEqualTo(400);
        assertThat(logout(ForgingProvider.signed(provider.logoutToken().build(), other())))
                .isEqualTo(400);
        assertThat(logout("not.a.token")).isEqualTo(400);
        assertThat(visitor.isSignedIn()).isTrue();
        var real = provider.signed(provider.logoutToken().build());
        assertThat(logout(real)).isEqualTo(200);
        assertThat(visitor.isSignedIn()).isFalse();
        var again = signedIn();
        assertThat(logout(real)).isEqualTo(400);
        refusedWith("logout-token", "jti");
        assertThat(again.isSignedIn()).isTrue();
    }
}

package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.IdentityProviders;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile browser, or somebody between, sends to the console's door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputIT {
    private static final String PUBLIC = "http://console.example:8443";
    private static final String SESSION = "hexabase-console";
    private static final String NAME = "misaki";
    private static final String RIGHT = "correct otter battery plinth";
    private RunningConsole console;
    private ForgingProvider provider;
    private int created;

    @BeforeAll
    void start() throws Exception {
        provider = ForgingProvider.start();
        console = RunningConsole.fresh(
                "hostile-input", "console.public-url=" + PUBLIC, "console.sign-in.recorded-each-minute=1000");
        var token = console.setupLink().replaceAll(".*/setup/", "");
        assertThat(console.setupLink()).startsWith(PUBLIC + "/setup/");
        created = twoAtOnce(token);
        var providers = console.bean(IdentityProviders.class);
        providers.save(provider.provider(""), ForgingProvider.SECRET);
        providers.noteTest(ForgingProvider.ID);
        providers.switchOn(ForgingProvider.ID);
    }

    /** @return how many of two with the same link became the first administrator */
    private int twoAtOnce(String token) throws Exception {
        var accounts = console.bean(Accounts.class);
        var go = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var tries = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var name : new String[] {NAME, "somebody-else"}) {
                Callable<Integer> one = () -> {
                    go.await();
                    try {
                        accounts.createFirst(token, new NewAccount(name, "佐藤 美咲", RIGHT));
                        return 1;
                    } catch (ai.hexabase.console.common.ProblemException closed) {
                        return 0;
                    }
                };
                tries.add(people.submit(one));
            }
            go.countDown();
            return tries.get(0).get() + tries.get(1).get();
        }
    }

    private String name() {
        return console.bean(AccountStore.class).all().getFirst().username();
    }

    @AfterAll
    void stop() {
        console.close();
        provider.close();
    }

    private LocalVisitor visitor() throws IOException {
        return LocalVisitor.at(console.url());
    }

    /** Sends just these bytes. */
    private String raw(String request) throws IOException {
        var address = URI.create(console.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String rawGet(String path, String host, String... more) throws IOException {
        var lines = more.length == 0 ? "" : String.join("\r\n", more) + "\r\n";
        return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines + "Connection: close\r\n\r\n");
    }

    @Test
    void ofTwoWithTheSameSetupLinkOneBecomesTheFirstAdministratorAndTheLinkIsClosed() throws Exception {
        assertThat(created).isEqualTo(1);
        assertThat(console.bean(AccountStore.class).count()).isEqualTo(1);
        var token = console.setupLink().replaceAll(".*/setup/", "");
        assertThat(console.bean(Accounts.class).mayCreateFirst(token)).isFalse();
        assertThat(console.bean(Accounts.class)
                        .mayCreateFirst(console.bean(SetupLinks.class).create()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "../../etc/passwd", "0123456789ABCDEF0123456789ABCDEF", "%00", "x"})
    void anInventedSessionIsNotTaken(String invented) throws Exception {
        var visitor = visitor();
        visitor.setCookie(SESSION, invented);
        assertThat(visitor.isSignedIn()).isFalse();
        var given = visitor.signIn(name(), RIGHT).headers().allValues("Set-Cookie");
        assertThat(given).noneMatch(cookie -> cookie.startsWith(SESSION + "=" + invented + ";"));
        var attacker = visitor();
        attacker.setCookie(SESSION, invented);
        assertThat(attacker.isSignedIn()).isFalse();
    }

    @Test
    void aChangedSessionCookieIsNobodys() throws Exception {
        var visitor = visitor();
        visitor.signIn(name(), RIGHT);
        var own = visitor.cookie(SESSION).orElseThrow().getValue();
        var other = visitor();
        other.setCookie(SESSION, own.substring(0, own.length() - 1) + (own.endsWith("A") ? "B" : "A"));
        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void theSessionIsAnotherOneAfterSigningIn() throws Exception {
        var visitor = visitor();
        visitor.get("/sign-in");
        var fixed = visitor.cookie(SESSION).orElseThrow().getValue();
        visitor.signIn(name(), RIGHT);
        assertThat(visitor.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(fixed);
        var attacker = visitor();
        attacker.setCookie(SESSION, fixed);
        assertThat(attacker.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/%5Cevil.example/",
                "/%2F%2Fevil.example/",
                "/clusters?continue=//evil.example",
                "/sign-in?continue=https://evil.example/",
                "/sign-in?redirect=https://evil.example/",
                "/clusters;url=https://evil.example/",
            })
    void nobodyIsLedAwayFromTheConsole(String asked) throws Exception {
        var visitor = visitor();
        var first = LocalVisitor.location(visitor.get(asked));
        staysHere(first);
        staysHere(LocalVisitor.location(visitor.signIn(name(), RIGHT)));
        assertThat(visitor.isSignedIn()).isTrue();
    }

    private void staysHere(String location) {
        if (!location.isEmpty()) {
            assertThat(URI.create(console.url() + "/").resolve(location).toString())
                    .startsWith(console.url() + "/")
                    .doesNotStartWith(console.url() + "//");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/x%0d%0aX-Evil:%20yes",
                "/sign-in?resting=1%0d%0aX-Evil:%20yes",
                "/login/oauth2/code/forged?error=a%0d%0aX-Evil:%20yes&state=b",
                "/clusters?x=%0d%0aX-Evil:%20yes",
                "/renew/%0d%0aX-Evil:%20yes",
            })
    void lineBreaksInWhatIsAskedBecomeNoHeaders(String path) throws Exception {
        var head = rawGet(path, "127.0.0.1").split("\r\n\r\n")[0];
        assertThat(head.lines().map(String::toLowerCase)).noneMatch(line -> line.startsWith("x-evil"));
    }

    @Test
    void aForeignHostGetsIntoNoAddressThatIsSentAnywhere() throws Exception {
        for (var answer : new String[] {
            rawGet("/oauth2/authorization/forged", "evil.example"),
            rawGet("/oauth2/authorization/forged", "127.0.0.1", "X-Forwarded-Host: evil.example"),
            rawGet("/oauth2/authorization/forged", "127.0.0.1", "Forwarded: host=evil.example")
        }) {
            assertThat(answer).contains("redirect_uri=" + PUBLIC + "/login/oauth2/code/forged");
            assertThat(answer).doesNotContain("evil.example");
        }
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void onlyAProxyThatIsTrustedIsBelievedWhereSomebodyComesFrom() throws Exception {
        LocalVisitor.from("127.0.0.2", console.url())
                .signIn("nobody", "wrong", "X-Forwarded-For", "203.0.113.99", "X-Forwarded-Proto", "https");
        assertThat(lastAddress()).isEqualTo("127.0.0.2");
        visitor().signIn("nobody", "wrong", "X-Forwarded-For", "203.0.113.98");
        assertThat(lastAddress()).isEqualTo("203.0.113.98");
        visitor().signIn("nobody", "wrong", "X-Forwarded-For", "203.0.113.1, 203.0.113.97");
        assertThat(lastAddress()).isEqualTo("203.0.113.97");
    }

    private String lastAddress() {
        return String.valueOf(console.bean(Acts.class)
                .find(EntryQuery.ALL, 0, 1)
                .getFirst()
                .who()
                .address());
    }

    @Test
    void signingInAndOutNeedsATokenOfAPageOfTheConsole() throws Exception {
        var visitor = visitor();
        assertThat(LocalVisitor.location(visitor.post("/sign-in", "username=" + name() + "&password=x&_csrf=made-up")))
                .endsWith("/sign-in?again");
        visitor.signIn(name(), RIGHT);
        visitor.post("/logout", "");
        visitor.post("/logout", "_csrf=made-up");
        visitor.get("/logout");
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DELETE", "PUT", "MADEUP"})
    void oddMethodsComeToNothing(String method) throws Exception {
        for (var path : new String[] {"/sign-in", "/clusters", "/logout/connect/back-channel/forged"}) {
            var answer = raw(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Secret: echo\r\n"
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).doesNotStartWith("HTTP/1.1 200").doesNotContain("echo");
        }
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOverHttpsGoNowhereElse() throws Exception {
        var plain = rawGet("/sign-in", "127.0.0.1");
        assertThat(cookie(plain)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        var secure = rawGet("/sign-in", "127.0.0.1", "X-Forwarded-Proto: https");
        assertThat(cookie(secure)).contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(secure).contains("Strict-Transport-Security");
        var answer = visitor().signIn(name(), RIGHT);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(KnownDevices.COOKIE)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/sign-in"));
    }

    private static String cookie(String answer) {
        return answer.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("set-cookie: " + SESSION))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePageSaysThatASignInRestsAndForHowLongWhetherTheAccountExistsOrNot() throws Exception {
        for (var unlucky : new String[] {name(), "nobody-at-all"}) {
            var address = unlucky.equals(name()) ? "127.0.0.5" : "127.0.0.6";
            var visitor = LocalVisitor.from(address, console.url());
            for (var count = 0; count < 5; count++) {
                assertThat(LocalVisitor.location(visitor.signIn(unlucky, "wrong " + count)))
                        .endsWith("/sign-in?error");
            }
            assertThat(LocalVisitor.location(visitor.signIn(unlucky, RIGHT))).matches(".*/sign-in\\?resting=\\d+");
            assertThat(visitor.isSignedIn()).isFalse();
        }
        var elsewhere = LocalVisitor.from("127.0.0.7", console.url());
        elsewhere.signIn(name(), RIGHT);
        assertThat(elsewhere.isSignedIn()).isTrue();
    }
}

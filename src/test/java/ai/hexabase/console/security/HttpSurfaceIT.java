package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.e2e.RunningConsole;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody without an account finds when talking HTTP to the console. */
class HttpSurfaceIT {
    private static RunningConsole console;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws Exception {
        console = RunningConsole.fresh("http");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(console.url() + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void everyAnswerCarriesTheSecureHeaders() throws Exception {
        for (var path : new String[] {"/sign-in", "/", "/actuator/health"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'self'").contains("frame-ancestors 'none'"));
        }
    }

    @Test
    void eachPageAllowsOnlyItsOwnScripts() throws Exception {
        var first = get("/sign-in");
        var policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("'strict-dynamic'").doesNotContain("script-src 'self'");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe-inline");
        var nonce = policy.replaceAll("(?s).*'nonce-([^']+)'.*", "$1");
        assertThat(first.body()).contains("nonce=\"" + nonce + "\"");
        assertThat(get("/sign-in").headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(first.headers().firstValue("Content-Security-Policy"));
    }

    @Test
    void withoutAccountEverythingLeadsToSignIn() throws Exception {
        for (var path : new String[] {"/", "/clusters", "/actuator/env", "/installations"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(302, 401, 403);
        }
    }

    @Test
    void signingInNeedsTheTokenOfAPageOfOurs() throws Exception {
        for (var token : new String[] {"", "&_csrf=made-up"}) {
            var answer = signIn("username=misaki&password=whatever" + token);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?again"));
        }
        var token = get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");
        assertThat(signIn("username=misaki&password=whatever&_csrf=" + token)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?error"));
    }

    private HttpResponse<String> signIn(String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(console.url() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() throws Exception {
        assertThat(get("/sign-in").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void theLogShowsTheSetupLinkOnce() {
        assertThat(console.setupLink()).startsWith(console.url() + "/setup/").hasSizeGreaterThan(60);
    }
}

package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.Identity;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.test.ConsoleCommand;
import ai.hexabase.console.test.ConsoleProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Two consoles on one PostgreSQL; the second is a process of its own, behind a company's proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralConsolesIT {
    private static final String GIVEN = "sso.given.example";
    private static final String KNOWN = "sso.known.example";
    private EmbeddedPostgres database;
    private RunningConsole first;
    private ConsoleProcess second;
    private ForgingProvider provider;
    private ConnectProxy proxy;
    private PrivateAuthority given;
    private PrivateAuthority known;

    @BeforeAll
    void start() throws Exception {
        given = PrivateAuthority.make("given");
        known = PrivateAuthority.make("known");
        proxy = new ConnectProxy();
        provider = ForgingProvider.start();
        database = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(ConsoleCommand.BINARIES.toFile())
                .start();
        var settings = new String[] {
            "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username=postgres",
            "CONSOLE_ENCRYPTION_KEY=" + Base64.getEncoder().encodeToString(new byte[32]),
            "console.session.recheck=2s"
        };
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        first = RunningConsole.start(Files.createTempDirectory(parent, "first-"), settings);
        letIn(provider.provider(""));
        second = ConsoleProcess.start(
                "second",
                Map.of(
                        "https_proxy",
                        proxy.address(),
                        "SSL_CERT_FILE",
                        known.file().toString()),
                java.util.Arrays.stream(settings).map(each -> "--" + each).toArray(String[]::new));
    }

    private void letIn(IdentityProvider wanted) {
        var providers = first.bean(IdentityProviders.class);
        providers.save(wanted, ForgingProvider.SECRET);
        providers.noteTest(wanted.id());
        providers.switchOn(wanted.id());
    }

    @AfterAll
    void stop() throws Exception {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        provider.close();
        proxy.close();
        database.close();
    }

    private LocalVisitor signedIn(String console) throws Exception {
        var visitor = LocalVisitor.at(console);
        provider.signIn(visitor, console);
        assertThat(visitor.isSignedIn()).isTrue();
        return visitor;
    }

    private long millisUntilOver(LocalVisitor visitor) {
        var begin = System.nanoTime();
        await().atMost(20, TimeUnit.SECONDS)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(() -> !visitor.isSignedIn());
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @Test
    void aLogoutThatArrivesAtOneConsoleEndsTheSessionAtTheOther() throws Exception {
        var took = new ArrayList<Long>();
        for (var round = 0; round < 20; round++) {
            var here = round % 2 == 0 ? first.url() : second.url();
            var there = round % 2 == 0 ? second.url() : first.url();
            var visitor = signedIn(here);
            var token = provider.signed(provider.logoutToken().build());
            assertThat(LocalVisitor.at(there)
                            .post("/logout/connect/back-channel/" + ForgingProvider.ID, "logout_token=" + token)
                            .statusCode())
                    .isEqualTo(200);
            took.add(millisUntilOver(visitor));
        }
        Collections.sort(took);
        System.out.println("ms from the logout at one console to the end at the other: " + took);
    }

    @Test
    void signingOutEverywhereReachesBothConsoles() throws Exception {
        var here = signedIn(first.url());
        var there = signedIn(second.url());
        var person = new CorporatePerson(
                ForgingProvider.ID,
                new Identity("kenji.tanaka", "田中 健二", List.of(), Set.of()),
                new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(60), Map.of("sub", "7f0c")),
                null,
                new Proof(Instant.now()));
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(person, person.getAuthorities(), ForgingProvider.ID));
        try {
            assertThat(first.bean(PersonSessions.class).endMyOthers(UUID.randomUUID()))
                    .isGreaterThanOrEqualTo(2);
        } finally {
            SecurityContextHolder.clearContext();
        }
        millisUntilOver(here);
        millisUntilOver(there);
    }

    @Test
    void aSessionIsAskedAboutByItsOwnConsoleAlone() throws Exception {
        signedIn(first.url());
        signedIn(second.url());
        provider.refreshed.clear();
        await().atMost(60, TimeUnit.SECONDS).until(() -> provider.refreshed.size() >= 6);
        // each token is given anew at each use, so two that ask for one session would use one twice
        assertThat(provider.refreshed).doesNotHaveDuplicates();
    }

    @Test
    void aProviderBeyondTheProxyIsReachedWhenItsAuthorityIsKnown() throws Exception {
        try (var outside = ForgingProvider.startTls(given.server(GIVEN), GIVEN, "given");
                var trusted = ForgingProvider.startTls(known.server(KNOWN), KNOWN, "known")) {
            proxy.knows(GIVEN, outside.port());
            proxy.knows(KNOWN, trusted.port());
            letIn(outside.provider(""));
            assertThat(outside.signIn(LocalVisitor.at(second.url()), second.url()))
                    .endsWith("?provider-away");
            letIn(outside.provider(given.pem()));
            var visitor = LocalVisitor.at(second.url());
            outside.signIn(visitor, second.url());
            assertThat(visitor.isSignedIn())
                    .as("authority given in the console")
                    .isTrue();
            letIn(trusted.provider(""));
            var other = LocalVisitor.at(second.url());
            trusted.signIn(other, second.url());
            assertThat(other.isSignedIn()).as("authority of the machine").isTrue();
            assertThat(proxy.passed).contains(GIVEN, KNOWN);
            assertThat(proxy.refused).isEmpty();
            // the first console has no proxy, and nobody else knows the way
            assertThat(outside.signIn(LocalVisitor.at(first.url()), first.url()))
                    .endsWith("?provider-away");
        }
    }
}

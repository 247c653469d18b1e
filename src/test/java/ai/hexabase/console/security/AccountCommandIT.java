package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.ExampleProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.test.ConsoleCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has the server's files gets back in, beside a running console and with a stopped one. */
class AccountCommandIT {
    private static final String OLD = "correct otter battery plinth";
    private static final String NEW = "quiet lantern over the seventh bridge";
    private static final Pattern LINK = Pattern.compile("http://\\S+/renew/(\\S+)");
    private Path directory;

    @BeforeEach
    void makeDirectory() throws Exception {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        directory = Files.createTempDirectory(parent, "account-command-").toAbsolutePath();
    }

    private RunningConsole console() {
        var console = RunningConsole.start(
                directory, "console.database.durable=false", "console.database.binaries=" + ConsoleCommand.BINARIES);
        if (console.bean(Accounts.class).none()) {
            console.bean(Accounts.class)
                    .createFirst(
                            console.setupLink().replaceAll(".*/setup/", ""), new NewAccount("misaki", "佐藤 美咲", OLD));
        }
        return console;
    }

    private static String token(ConsoleCommand.Ended ended) {
        var found = LINK.matcher(ended.out());
        assertThat(found.find()).as(ended.out() + ended.err()).isTrue();
        return found.group(1);
    }

    @Test
    void besideARunningConsoleTheLinkGivesANewPasswordAndEndsWhatTheOldOneOpened() throws Exception {
        try (var console = console()) {
            var visitor = LocalVisitor.at(console.url());
            visitor.signIn("misaki", OLD);
            assertThat(visitor.isSignedIn()).isTrue();
            assertThat(ConsoleCommand.run(directory, "account", "list").out())
                    .contains("misaki (佐藤 美咲): ADMIN; last signed in");
            var ended = ConsoleCommand.run(directory, "account", "renew");
            assertThat(ended.code()).isZero();
            await().atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(visitor.isSignedIn()).isFalse());
            var renewals = console.bean(AccountRenewals.class);
            var token = token(ended);
            assertThat(renewals.account(token)).contains("misaki");
            assertThat(renewals.account(token + "x")).isEmpty();
            assertThatThrownBy(() -> renewals.renew(token, "short", null)).isInstanceOf(ProblemException.class);
            renewals.renew(token, NEW, "203.0.113.7");
            assertThatThrownBy(() -> renewals.renew(token, NEW, null)).isInstanceOf(ProblemException.class);
            assertThat(LocalVisitor.location(visitor.signIn("misaki", OLD))).endsWith("?error");
            visitor.signIn("misaki", NEW);
            assertThat(visitor.isSignedIn()).isTrue();
            assertThat(console.bean(Acts.class).find(EntryQuery.ALL, 0, 20))
                    .anySatisfy(entry -> {
                        assertThat(entry.act().kind()).isEqualTo("account.open-renewal");
                        assertThat(entry.who().provider()).isEqualTo("command-line");
                        assertThat(entry.who().name()).isEqualTo(System.getProperty("user.name"));
                    })
                    .anySatisfy(entry -> {
                        assertThat(entry.act().kind()).isEqualTo("account.renew");
                        assertThat(entry.who().address()).isEqualTo("203.0.113.7");
                    });
            assertThat(ConsoleCommand.run(directory, "audit", "verify").code()).isZero();
        }
    }

    @Test
    void withAStoppedConsoleTheLinkWaitsForItAndProvidersAreSwitchedOff() throws Exception {
        try (var console = console()) {
            var providers = console.bean(IdentityProviders.class);
            providers.save(ExampleProvider.tested("corporate", null), "secret-of-the-client");
            providers.noteTest("corporate");
            providers.switchOn("corporate");
        }
        var list = ConsoleCommand.run(directory, "idp", "list");
        assertThat(list.out()).as(list.err()).contains("corporate (Example Corp): on");
        var off = ConsoleCommand.run(directory, "idp", "off");
        assertThat(off.out()).contains("Example Corp (corporate) is switched off");
        assertThat(off.code()).isZero();
        assertThat(ConsoleCommand.run(directory, "idp", "off").err()).contains("No identity provider is switched on");
        var token = token(ConsoleCommand.run(directory, "account", "renew", "MISAKI"));
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
        try (var console = console()) {
            assertThat(console.bean(IdentityProviders.class).switchedOn()).isEmpty();
            assertThat(console.bean(IdentityProviders.class).hasSecret("corporate"))
                    .isTrue();
            assertThat(console.bean(AccountRenewals.class).account(token)).contains("misaki");
            assertThat(console.bean(Acts.class).find(EntryQuery.ALL, 0, 20))
                    .extracting(entry -> entry.act().kind())
                    .contains("identity.switch-off", "account.open-renewal");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws Exception {
        var nothing = ConsoleCommand.run(directory, "account", "renew");
        assertThat(nothing.err())
                .contains("Nothing was done", "There is no database of a console in " + directory)
                .doesNotContain("\tat ");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(ConsoleCommand.run(directory, "account", "forge").err()).contains("usage: account list");
        assertThat(ConsoleCommand.run(directory, "idp").err()).contains("usage: idp list");
    }
}

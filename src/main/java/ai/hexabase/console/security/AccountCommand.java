package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.CommandRecord;
import ai.hexabase.console.audit.ServerCommand;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.ui.SignInLinks;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** {@code account list} and {@code account renew [NAME]}: the way back in for whoever has the server's files. */
public final class AccountCommand extends ServerCommand {
    private AccountCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals("account");
    }

    /**
     * Prints the accounts, or a link that sets one up anew.
     *
     * @param args the command and settings as the console takes them
     * @return 0 done, 2 not done
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        var command = new AccountCommand(out, err);
        var words =
                List.of(args).stream().filter(each -> !each.startsWith("--")).toList();
        var settings =
                List.of(args).stream().filter(each -> each.startsWith("--")).toList();
        if (words.equals(List.of("account", "list"))) {
            return command.writing(settings, command::list);
        }
        return words.size() >= 2 && words.size() <= 3 && words.get(1).equals("renew")
                ? command.writing(
                        settings,
                        (record, found) -> command.renew(record, found, words.size() == 3 ? words.get(2) : null))
                : command.usage("account.command.usage");
    }

    private int list(CommandRecord record, Environment settings) {
        var accounts = new AccountStore(record.db(), record.clock()).all();
        if (accounts.isEmpty()) {
            throw new ProblemException(Problem.of("account-none"));
        }
        accounts.forEach(account -> {
            var last = account.lastSignInAt();
            say(
                    last == null ? "account.command.line.never" : "account.command.line",
                    account.username(),
                    account.displayName(),
                    account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(", ")),
                    String.valueOf(last));
        });
        return DONE;
    }

    private int renew(CommandRecord record, Environment settings, @Nullable String name) {
        var accounts = new AccountStore(record.db(), record.clock());
        var account = meant(accounts, name);
        var links = new RenewalStore(record.db(), record.clock());
        var reset = new AccountReset(
                new SessionStore(record.db()),
                new FailureStore(record.db(), record.clock()),
                new DeviceStore(record.db(), record.clock()));
        var token = new StringBuilder();
        record.together(
                Act.of("account.open-renewal")
                        .on("account", account.username(), account.displayName())
                        .after(Map.of("valid for", RenewalStore.VALID.toString())),
                () -> {
                    reset.begin(account, record.clock().instant().truncatedTo(ChronoUnit.MICROS));
                    token.append(links.create(account.id()));
                });
        say("account.command.link", account.username());
        say("account.command.link.address", address(settings) + "/" + SignInLinks.RENEW + "/" + token);
        say("account.command.link.why");
        return DONE;
    }

    private static AccountStore.Account meant(AccountStore accounts, @Nullable String name) {
        if (name != null) {
            return accounts.find(name).orElseThrow(() -> new ProblemException(Problem.of("account-unknown", name)));
        }
        var administrators = accounts.all().stream()
                .filter(account -> account.roles().contains(Role.ADMIN))
                .toList();
        return switch (administrators.size()) {
            case 0 -> throw new ProblemException(Problem.of("account-none"));
            case 1 -> administrators.getFirst();
            default -> throw new ProblemException(Problem.of("account-several"));
        };
    }

    private static String address(Environment settings) {
        return settings.getProperty(
                        "console.public-url", "http://127.0.0.1:" + settings.getProperty("server.port", "8080"))
                .replaceAll("/$", "");
    }

    @Override
    protected String notDone() {
        return "account.command.not-done";
    }
}

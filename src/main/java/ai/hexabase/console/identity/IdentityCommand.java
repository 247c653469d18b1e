package ai.hexabase.console.identity;

import ai.hexabase.console.audit.CommandRecord;
import ai.hexabase.console.audit.ServerCommand;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** {@code idp list} and {@code idp off [ID]}: switches an identity provider off when nobody can sign in. */
public final class IdentityCommand extends ServerCommand {
    private IdentityCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals("idp");
    }

    /**
     * Prints the providers, or switches one off.
     *
     * @param args the command and settings as the console takes them
     * @return 0 done, 2 not done
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        var command = new IdentityCommand(out, err);
        var words =
                List.of(args).stream().filter(each -> !each.startsWith("--")).toList();
        var settings =
                List.of(args).stream().filter(each -> each.startsWith("--")).toList();
        if (words.equals(List.of("idp", "list"))) {
            return command.writing(settings, command::list);
        }
        return words.size() >= 2 && words.size() <= 3 && words.get(1).equals("off")
                ? command.writing(
                        settings, (record, found) -> command.off(record, words.size() == 3 ? words.get(2) : null))
                : command.usage("identity.command.usage");
    }

    private int list(CommandRecord record, Environment settings) {
        var providers = new ProviderStore(record.db()).all();
        if (providers.isEmpty()) {
            throw new ProblemException(Problem.of("identity-none"));
        }
        providers.forEach(stored -> say(
                stored.provider().on() ? "identity.command.line.on" : "identity.command.line.off",
                stored.provider().id(),
                stored.provider().name(),
                stored.provider().issuer()));
        return DONE;
    }

    private int off(CommandRecord record, @Nullable String id) {
        var store = new ProviderStore(record.db());
        var stored = meant(store, id);
        var made = stored.provider().switched(false);
        record.together(
                IdentityProviders.act("identity.switch-off", made),
                () -> store.update(new ProviderStore.Stored(made, stored.sealedSecret(), stored.changedAt())));
        say("identity.command.is-off", made.name(), made.id());
        return DONE;
    }

    private static ProviderStore.Stored meant(ProviderStore store, @Nullable String id) {
        if (id != null) {
            return store.find(id).orElseThrow(() -> new ProblemException(Problem.of("identity-unknown", id)));
        }
        var on = store.all().stream().filter(stored -> stored.provider().on()).toList();
        return switch (on.size()) {
            case 0 -> throw new ProblemException(Problem.of("identity-none-on"));
            case 1 -> on.getFirst();
            default -> throw new ProblemException(Problem.of("identity-several-on"));
        };
    }

    @Override
    protected String notDone() {
        return "identity.command.not-done";
    }
}

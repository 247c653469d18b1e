package ai.hexabase.console.audit;

import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.CommandDatabase;
import ai.hexabase.console.uikit.Texts;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** {@code audit verify}: checks the whole record from the server's command line, whether the console runs or not. */
public final class AuditCommand {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Locale language = Locale.getDefault();

    private AuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Stands for the console where Spring only reads its settings. */
    static final class SettingsAlone {}

    public static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals("audit");
    }

    /**
     * Prints what was found.
     *
     * @param args {@code audit verify} and settings as the console takes them
     * @return 0 the record is whole, 1 it is broken, 2 it could not be checked
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        var command = new AuditCommand(out, err);
        var settings = List.of(args).subList(Math.min(2, args.length), args.length);
        if (args.length < 2
                || !args[1].equals("verify")
                || !settings.stream().allMatch(each -> each.startsWith("--"))) {
            err.println(command.words("audit.command.usage"));
            return NOT_CHECKED;
        }
        try {
            return command.verify(settings);
        } catch (ProblemException told) {
            return command.notChecked(told.problem());
        } catch (RuntimeException | Error failed) {
            return command.notChecked(DatabaseTrouble.in(failed)
                    .orElseGet(() -> Problem.of("audit-unchecked").saying(failed.toString())));
        }
    }

    private int verify(List<String> settings) {
        var silent = new ArrayList<>(List.of("--logging.level.root=OFF"));
        silent.addAll(settings);
        try (var context = new SpringApplicationBuilder(SettingsAlone.class)
                        .web(WebApplicationType.NONE)
                        .registerShutdownHook(false)
                        .run(silent.toArray(String[]::new));
                var database = CommandDatabase.open(context.getEnvironment())) {
            return told(ChainReader.on(database.source()).read(Clock.systemUTC().instant()));
        }
    }

    private int told(ChainReport report) {
        var problem = report.problem();
        if (problem == null) {
            out.println(words("audit.whole", report.entries()));
            out.println(words("audit.whole.why", report.checkpoints(), report.checkedAt()));
            if (report.removed() > 0) {
                out.println(words("audit.whole.removed", report.removed()));
            }
            return WHOLE;
        }
        out.println(words(problem.what()));
        out.println(words(problem.action()));
        out.println(words("audit.command.read", report.entries(), report.checkpoints(), report.checkedAt()));
        return BROKEN;
    }

    private int notChecked(Problem problem) {
        err.println(words("audit.command.not-checked"));
        err.println(words(problem.what()));
        err.println(words(problem.action()));
        if (problem.words() != null) {
            err.println(problem.words());
        }
        return NOT_CHECKED;
    }

    private String words(Message message) {
        return words(message.key(), message.args().toArray());
    }

    private String words(String key, Object... args) {
        return Texts.in(language, key, args);
    }
}

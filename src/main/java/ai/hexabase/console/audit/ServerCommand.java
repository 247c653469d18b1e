package ai.hexabase.console.audit;

import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.CommandDatabase;
import ai.hexabase.console.uikit.Texts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/** A command on the server's own command line, beside a running console or instead of it. */
public abstract class ServerCommand {
    protected static final int DONE = 0;
    protected static final int NOT_DONE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Locale language = Locale.getDefault();

    protected ServerCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Stands for the console where Spring only reads its settings. */
    static final class SettingsAlone {}

    /** Whether all of these are settings as the console takes them. */
    protected static boolean areSettings(List<String> words) {
        return words.stream().allMatch(each -> each.startsWith("--"));
    }

    /** With the console's database, for reading only. */
    protected final int reading(List<String> settings, ToIntFunction<CommandDatabase> work) {
        return with(settings, CommandDatabase::open, (database, found) -> work.applyAsInt(database));
    }

    /** With the console's database and its record; what the work does is on record in the name of the system's user. */
    protected final int writing(List<String> settings, Writing work) {
        return with(
                settings,
                CommandDatabase::openForWriting,
                (database, found) -> work.on(CommandRecord.on(database.source()), found));
    }

    /** What a command does that changes something. */
    @FunctionalInterface
    public interface Writing {
        int on(CommandRecord record, Environment settings);
    }

    @FunctionalInterface
    private interface Work {
        int on(CommandDatabase database, Environment settings);
    }

    private int with(List<String> settings, Function<Environment, CommandDatabase> open, Work work) {
        var silent = new ArrayList<>(List.of("--logging.level.root=OFF"));
        silent.addAll(settings);
        try (var context = new SpringApplicationBuilder(SettingsAlone.class)
                        .web(WebApplicationType.NONE)
                        .registerShutdownHook(false)
                        .run(silent.toArray(String[]::new));
                var database = open.apply(context.getEnvironment())) {
            return work.on(database, context.getEnvironment());
        } catch (ProblemException told) {
            return notDone(told.problem());
        } catch (RuntimeException | Error failed) {
            return notDone(DatabaseTrouble.in(failed)
                    .orElseGet(() -> Problem.of("command-failed").saying(failed.toString())));
        }
    }

    /** Says what this command is called with. */
    protected final int usage(String key) {
        err.println(words(key));
        return NOT_DONE;
    }

    private int notDone(Problem problem) {
        err.println(words(notDone()));
        err.println(words(problem.what()));
        err.println(words(problem.action()));
        if (problem.words() != null) {
            err.println(problem.words());
        }
        return NOT_DONE;
    }

    /** The text that says that nothing came of it. */
    protected abstract String notDone();

    protected final void say(String key, Object... args) {
        out.println(words(key, args));
    }

    protected final void say(Message message) {
        out.println(words(message));
    }

    private String words(Message message) {
        return words(message.key(), message.args().toArray());
    }

    private String words(String key, Object... args) {
        return Texts.in(language, key, args);
    }
}

package ai.hexabase.console.audit;

import ai.hexabase.console.database.CommandDatabase;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** {@code audit verify}: checks the whole record from the server's command line, whether the console runs or not. */
public final class AuditCommand extends ServerCommand {
    private static final int BROKEN = 1;

    private AuditCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

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
        return args.length >= 2 && args[1].equals("verify") && areSettings(settings)
                ? command.reading(settings, command::verify)
                : command.usage("audit.command.usage");
    }

    private int verify(CommandDatabase database) {
        return told(ChainReader.on(database.source()).read(Clock.systemUTC().instant()));
    }

    private int told(ChainReport report) {
        var problem = report.problem();
        if (problem == null) {
            say("audit.whole", report.entries());
            say("audit.whole.why", report.checkpoints(), report.checkedAt());
            if (report.removed() > 0) {
                say("audit.whole.removed", report.removed());
            }
            return DONE;
        }
        say(problem.what());
        say(problem.action());
        say("audit.command.read", report.entries(), report.checkpoints(), report.checkedAt());
        return BROKEN;
    }

    @Override
    protected String notDone() {
        return "audit.command.not-checked";
    }
}

package ai.hexabase.console.database;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/**
 * The console's database for a command beside the console: an external one, that of the running console, or that of a
 * stopped one, started for as long as the command takes.
 */
public final class CommandDatabase implements AutoCloseable {
    /** Closed in turn, the last opened first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private final Environment settings;
    private final boolean readOnly;

    private CommandDatabase(Environment settings, boolean readOnly) {
        this.settings = settings;
        this.readOnly = readOnly;
    }

    /** For reading only. Refuses with a problem when there is no database or it cannot be opened. */
    public static CommandDatabase open(Environment settings) {
        return opened(new CommandDatabase(settings, true));
    }

    /** The same for a command that changes something. */
    public static CommandDatabase openForWriting(Environment settings) {
        return opened(new CommandDatabase(settings, false));
    }

    private static CommandDatabase opened(CommandDatabase database) {
        var choice = new DatabaseChoice(database.settings);
        try {
            choice.external().ifPresentOrElse(database::connect, database::openEmbedded);
        } catch (StartRefused refused) {
            throw database.failed(choice.directory(), refused.getMessage() + ". " + refused.action());
        }
        return database;
    }

    private void openEmbedded() {
        var embedded = EmbeddedDatabase.of(settings);
        var directory = embedded.directory();
        if (!embedded.exists()) {
            throw new ProblemException(Problem.of("database-none", directory.toAbsolutePath()));
        }
        try {
            connect(embedded.reading(lock(directory) ? start(embedded) : runningPort(embedded)));
        } catch (IOException | RuntimeException failure) {
            throw failure instanceof ProblemException || failure instanceof StartRefused
                    ? (RuntimeException) failure
                    : failed(directory, failure.toString());
        }
    }

    private ProblemException failed(Path directory, String words) {
        close();
        return new ProblemException(
                Problem.of("database-unopened", directory.toAbsolutePath()).saying(words));
    }

    /** @return false when a console is running there */
    private boolean lock(Path directory) throws IOException {
        try {
            opened.push(DataDirectoryLock.take(directory));
            return true;
        } catch (DataDirectoryInUse running) {
            return false;
        }
    }

    private int start(EmbeddedDatabase embedded) throws IOException {
        var server = embedded.start();
        opened.push(server);
        return server.port();
    }

    private static int runningPort(EmbeddedDatabase embedded) throws IOException {
        return Postmaster.of(embedded.data())
                .port()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("database-between", embedded.directory().toAbsolutePath())));
    }

    private void connect(Access access) {
        var pool = Pools.of(settings, access);
        pool.setReadOnly(readOnly);
        pool.setMaximumPoolSize(1);
        opened.push(pool);
    }

    public DataSource source() {
        if (opened.peek() instanceof DataSource pool) {
            return pool;
        }
        throw new IllegalStateException("closed");
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                throw new IllegalStateException("The database could not be closed", failed);
            }
        }
    }
}

package ai.hexabase.console.database;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The console's database for a command beside the console: an external one, that of the running console, or that of a
 * stopped one, started for as long as the command takes.
 */
public final class CommandDatabase implements AutoCloseable {
    private static final String NONE = "__none__";

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
        var settings = database.settings;
        var url = settings.getProperty("spring.datasource.url", NONE);
        if (url.equals(NONE)) {
            database.openEmbedded(Path.of(settings.getRequiredProperty("console.data-dir")));
        } else {
            database.connect(
                    url,
                    settings.getProperty("spring.datasource.username"),
                    settings.getProperty("spring.datasource.password"));
        }
        return database;
    }

    private void openEmbedded(Path directory) {
        if (!Files.exists(directory.resolve("postgres/PG_VERSION"))) {
            throw new ProblemException(Problem.of("database-none", directory.toAbsolutePath()));
        }
        try {
            var password = DatabasePassword.keptIn(directory.resolve("postgres-password"));
            var port = lock(directory) ? start(directory, password) : runningPort(directory);
            connect(EmbeddedDatabase.url(port), EmbeddedDatabase.USER, password.value());
        } catch (StartRefused refused) {
            throw failed(directory, refused.getMessage() + ". " + refused.action());
        } catch (IOException | RuntimeException failure) {
            throw failure instanceof ProblemException told ? told : failed(directory, failure.toString());
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

    private int start(Path directory, DatabasePassword password) throws IOException {
        var binaries = settings.getProperty("console.database.binaries", directory + "/postgres-binaries");
        var server = new EmbeddedDatabase().embeddedPostgres(directory, Path.of(binaries), true, password);
        opened.push(server);
        return server.port();
    }

    private static int runningPort(Path directory) throws IOException {
        return Postmaster.of(directory.resolve("postgres"))
                .port()
                .orElseThrow(() -> new ProblemException(Problem.of("database-between", directory.toAbsolutePath())));
    }

    /** With the console's own settings, which say among other things how long to wait for an answer. */
    private void connect(String url, @Nullable String user, @Nullable String password) {
        var pool = new HikariDataSource();
        Binder.get(settings).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
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

package ai.hexabase.console.database;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.MoveListener.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Moves the running console from its embedded database to an external one.
 *
 * <ol>
 *   <li>make the tables over there, as their owner
 *   <li>wait for those who write; whoever comes waits
 *   <li>copy, compare, and let the caller have its last words in the new one
 *   <li>write the choice down: from here on the new one is the console's, also after a crash; until here the old one
 *   <li>let everybody go on with the new one, stop the old server and keep its directory
 * </ol>
 */
@Component
public class Relocation {
    private static final Logger log = LoggerFactory.getLogger(Relocation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ConsoleDatabase database;
    private final Environment settings;
    private final Clock clock;

    Relocation(ConsoleDatabase database, Environment settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns when the console works with the new one; any failure leaves it with the old one, as it was.
     *
     * @param lastWords is given the new database and the rows by table before anybody works with it, and may refuse
     */
    public Moved move(
            ExternalDatabase external, MoveListener listener, BiConsumer<DataSource, Map<String, Long>> lastWords)
            throws SQLException, IOException {
        var used = database.current();
        if (used.kind() != DatabaseKind.EMBEDDED) {
            throw new ProblemException(Problem.of("database-not-embedded"));
        }
        var target = new MoveTarget(external.access());
        var next = new ConsoleDatabase.InUse(
                DatabaseKind.MOVED, external.access(), Pools.of(settings, external.access()), null);
        try {
            listener.phase(Phase.PREPARING);
            target.prepare();
            var rows = copyAndSwitch(external, next, listener, lastWords);
            target.unmark();
            return new Moved(rows, retire(used));
        } finally {
            database.goOn();
            if (database.current() != next) {
                next.close();
                target.clear();
            }
        }
    }

    private Map<String, Long> copyAndSwitch(
            ExternalDatabase external,
            ConsoleDatabase.InUse next,
            MoveListener listener,
            BiConsumer<DataSource, Map<String, Long>> lastWords)
            throws SQLException, IOException {
        listener.phase(Phase.HOLDING);
        database.hold();
        var used = database.current();
        try (var source = MoveSource.hold(used.access(), PATIENCE)) {
            var rows = copy(source, next, listener);
            lastWords.accept(next.pool(), rows);
            listener.phase(Phase.SWITCHING);
            StoredDatabase.in(directory()).save(external);
            database.swap(next);
            database.goOn();
            // Before the source lets go: nothing that was written to the old one too late may be taken for saved.
            used.pool().close();
            return rows;
        }
    }

    /** Who else is connected to the embedded database, another console perhaps; empty is good. */
    public List<String> others() throws SQLException {
        var used = database.current();
        if (used.kind() != DatabaseKind.EMBEDDED) {
            return List.of();
        }
        try (var owner = used.access().asMaker()) {
            return Tables.strings(owner, """
                    select distinct coalesce(nullif(application_name, ''), usename) || ' (' || client_addr || ')'
                    from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
                    and application_name <> '%s' order by 1""".formatted(Pools.NAME));
        }
    }

    private static Map<String, Long> copy(MoveSource source, ConsoleDatabase.InUse next, MoveListener listener)
            throws SQLException {
        try (var to = next.access().asMaker()) {
            listener.phase(Phase.COPYING);
            new Copying(source, to, listener).copy();
            listener.phase(Phase.VERIFYING);
            return new Comparing(source.owner(), to, listener).compare(source.tables());
        }
    }

    private Path directory() {
        return new DatabaseChoice(settings).directory();
    }

    /** The new one is in use already; what fails here is told in the log and done at the next start. */
    private @Nullable Path retire(ConsoleDatabase.InUse used) {
        try {
            used.close();
            return KeptDirectory.keep(EmbeddedDatabase.of(settings).data(), clock);
        } catch (IOException | RuntimeException failed) {
            log.warn("The embedded database could not be put aside; the next start does", failed);
            return null;
        }
    }
}

package ai.hexabase.console.database;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that the console is moved to: made ready, and cleared again when nothing comes of it. */
record MoveTarget(Access access) {
    private static final Logger log = LoggerFactory.getLogger(MoveTarget.class);

    /** Makes the tables, in an empty database or in place of the rest of an earlier copy. */
    void prepare() throws SQLException {
        try (var owner = access.asMaker()) {
            if (HalfDone.isMarked(owner)) {
                flyway().load().clean();
            }
            requireEmpty(owner);
            HalfDone.mark(owner);
        }
        flyway().callbacks(new Grants(access)).load().migrate();
    }

    private static void requireEmpty(Connection owner) throws SQLException {
        var there = Tables.strings(owner, """
                select relname from pg_class where relnamespace = 'public'::regnamespace
                and relkind in ('r', 'p', 'v', 'm', 'S', 'f') order by 1""");
        if (!there.isEmpty()) {
            throw new ProblemException(Problem.of("database-not-empty", there.size(), there.getFirst()));
        }
    }

    private FluentConfiguration flyway() {
        var maker = access.maker();
        return Flyway.configure()
                .dataSource(access.url(), maker.user(), maker.password())
                .jdbcProperties(access.properties())
                .schemas("public")
                .outOfOrder(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(false);
    }

    /** Takes away what was copied; where that is not possible the mark stays. */
    void clear() {
        try (var owner = access.asMaker()) {
            if (HalfDone.isMarked(owner)) {
                flyway().load().clean();
            }
        } catch (SQLException | RuntimeException away) {
            log.warn("The half-done copy in {} could not be cleared; it is marked as such", access.url(), away);
        }
    }

    void unmark() {
        try (var owner = access.asMaker()) {
            HalfDone.unmark(owner);
        } catch (SQLException away) {
            log.warn("The mark {} could not be removed; the next start does", HalfDone.MARK, away);
        }
    }
}

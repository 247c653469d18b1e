package ai.hexabase.console.datastore;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.HalfDone;
import ai.hexabase.console.datastore.Finding.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Looks that need a connection as the role that makes the tables. */
record ServerFacts(Connection connection, ExternalDatabase external, Clock time) {
    /** What the tests run on; older ones back to the oldest have all that is used. */
    static final int TESTED = 18;

    private static final Duration SAME_TIME = Duration.ofSeconds(2);

    Finding version() throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        var version = connection.getMetaData().getDatabaseProductVersion();
        if (major < ExternalDatabase.OLDEST) {
            return Finding.failed(Subject.VERSION, Problem.of("database-too-old", version, ExternalDatabase.OLDEST));
        }
        return major == TESTED
                ? Finding.passed(Subject.VERSION, Message.of("datastore.found.version", version))
                : Finding.note(Subject.VERSION, Message.of("datastore.found.version.other", version, TESTED));
    }

    Finding encoding() throws SQLException {
        var encoding = one(connection, "show server_encoding");
        return encoding.equals("UTF8")
                ? Finding.passed(Subject.ENCODING, Message.of("datastore.found.encoding", encoding))
                : Finding.failed(Subject.ENCODING, Problem.of("database-encoding", encoding));
    }

    Finding rights() throws SQLException {
        var maker = external.maker().user();
        var role = external.application().user();
        if (!is("select has_schema_privilege(current_user, 'public', 'CREATE')")) {
            return Finding.failed(Subject.RIGHTS, Problem.of("database-no-create", maker));
        }
        if (maker.equals(role)) {
            return Finding.note(Subject.RIGHTS, Message.of("datastore.found.rights.one", role));
        }
        if (!is("""
                select has_schema_privilege(?, 'public', 'USAGE')
                or has_schema_privilege(current_user, 'public', 'USAGE WITH GRANT OPTION')""", role)) {
            return Finding.failed(Subject.RIGHTS, Problem.of("database-no-grant", maker, role));
        }
        return is(
                        "select rolsuper or pg_has_role(rolname, current_user, 'MEMBER') from pg_roles where rolname = ?",
                        role)
                ? Finding.note(Subject.RIGHTS, Message.of("datastore.found.rights.much", role))
                : Finding.passed(Subject.RIGHTS, Message.of("datastore.found.rights", role));
    }

    Finding content() throws SQLException {
        if (HalfDone.isMarked(connection)) {
            return Finding.note(Subject.CONTENT, Message.of("datastore.found.content.half-done"));
        }
        if (is("select to_regclass('public.console_instance') is not null")) {
            return Finding.failed(Subject.CONTENT, ofAConsole());
        }
        var objects = Integer.parseInt(one(connection, """
                select count(*) from pg_class where relnamespace = 'public'::regnamespace
                and relkind in ('r', 'p', 'v', 'm', 'S', 'f')"""));
        return objects == 0
                ? Finding.passed(Subject.CONTENT, Message.of("datastore.found.content"))
                : Finding.failed(Subject.CONTENT, Problem.of("database-not-empty", objects, one(connection, """
                                select min(relname) from pg_class where relnamespace = 'public'::regnamespace
                                and relkind in ('r', 'p', 'v', 'm', 'S', 'f')""")));
    }

    private Problem ofAConsole() throws SQLException {
        var instance = is("select has_table_privilege('public.console_instance', 'SELECT')")
                ? one(connection, "select coalesce(max(id::text), '?') from public.console_instance")
                : "?";
        return Problem.of("database-of-console", instance);
    }

    Finding others() throws SQLException {
        // Of sessions of other roles little more than their existence can be seen.
        var others = """
                from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                and usesysid is not null and (backend_type is null or backend_type = 'client backend')""";
        if (is("select exists (select " + others + " and application_name like 'hexabase-console%')")) {
            return Finding.failed(Subject.OTHERS, Problem.of("database-other-console"));
        }
        var count = Integer.parseInt(one(connection, "select count(*) " + others));
        return count == 0
                ? Finding.passed(Subject.OTHERS, Message.of("datastore.found.others"))
                : Finding.note(Subject.OTHERS, Message.of("datastore.found.others.some", count));
    }

    Finding clock() throws SQLException {
        var before = time.instant();
        var theirs = OffsetDateTime.parse(one(
                        connection,
                        "select to_char(clock_timestamp() at time zone 'utc',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))
                .toInstant();
        var apart = Duration.between(before, theirs).abs();
        var words = apart.truncatedTo(ChronoUnit.MILLIS).toMillis() / 1000.0;
        return apart.compareTo(SAME_TIME) <= 0
                ? Finding.passed(Subject.CLOCK, Message.of("datastore.found.clock", words))
                : Finding.note(Subject.CLOCK, Message.of("datastore.found.clock.apart", words));
    }

    /** PostgreSQL tells nobody how much room its disk has. */
    Finding room() {
        return Finding.note(Subject.ROOM, Message.of("datastore.found.room"));
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
        }
    }

    private boolean is(String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var place = 1; place <= values.length; place++) {
                statement.setString(place, values[place - 1]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}

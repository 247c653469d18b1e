package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The mark of a database into which a copy was begun and not finished, so that nobody takes it for a whole one. */
public final class HalfDone {
    static final String MARK = "console_half_done_copy";

    private HalfDone() {}

    static void mark(Connection owner) throws SQLException {
        execute(owner, "create table public." + MARK + " (begun_at timestamptz not null default now())");
        execute(owner, "insert into public." + MARK + " default values");
    }

    static void unmark(Connection owner) throws SQLException {
        execute(owner, "drop table if exists public." + MARK);
    }

    /** Whether what is in the database is nothing but the rest of a copy. */
    public static boolean isMarked(Connection connection) throws SQLException {
        return !Tables.strings(
                        connection,
                        "select relname from pg_class where relnamespace = 'public'::regnamespace" + " and relname = '"
                                + MARK + "'")
                .isEmpty();
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

package ai.hexabase.console.database;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares two databases as they read now: the same tables, rows, contents and sequences. */
final class Comparing {
    /** All that decides how a value is written. */
    private static final String SAME_WRITING = "set timezone = 'UTC'; set datestyle = 'ISO, YMD';"
            + " set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 3";

    private final Connection from;
    private final Connection to;
    private final MoveListener listener;

    /** How many rows, and a sum over what is in them, whatever their order. */
    private record Content(long rows, String sum) {}

    Comparing(Connection from, Connection to, MoveListener listener) {
        this.from = from;
        this.to = to;
        this.listener = listener;
    }

    /** @return the rows of each table; refuses with problem {@code database-differs} */
    Map<String, Long> compare(List<Tables.Table> tables) throws SQLException {
        write(from);
        write(to);
        requireEqual("tables", describe(tables), describe(Tables.all(to)));
        var rows = new TreeMap<String, Long>();
        for (var number = 1; number <= tables.size(); number++) {
            var table = tables.get(number - 1);
            listener.table(table.name(), number, tables.size(), 0);
            var before = content(from, table);
            requireEqual(table.name(), before, content(to, table));
            rows.put(table.name(), before.rows());
            listener.table(table.name(), number, tables.size(), before.rows());
        }
        requireEqual("sequences", Tables.sequences(from), Tables.sequences(to));
        return rows;
    }

    private static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SAME_WRITING);
        }
    }

    private static String describe(List<Tables.Table> tables) {
        return tables.toString();
    }

    private static Content content(Connection connection, Tables.Table table) throws SQLException {
        var row = "row(" + Tables.Table.list(table.columns()) + ")::text";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*), coalesce(sum(('x' || left(md5(%s), 16))::bit(64)::bigint::numeric), 0)::text
                        from public.%s""".formatted(row, SqlName.of(table.name())))) {
            rows.next();
            return new Content(rows.getLong(1), rows.getString(2));
        }
    }

    private static void requireEqual(String what, Object before, Object after) {
        if (!before.equals(after)) {
            throw new ProblemException(Problem.of("database-differs", what).saying(before + " ≠ " + after));
        }
    }
}

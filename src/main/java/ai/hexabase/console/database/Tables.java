package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The console's tables as PostgreSQL's catalogue knows them. */
final class Tables {
    /** The migrations' own record is made by the migrations, the mark by the move. */
    private static final String OTHERS = "('flyway_schema_history', '" + HalfDone.MARK + "')";

    /**
     * A table.
     *
     * @param columns in the order of their names, for tables that grew on different ways
     * @param given those of them that are not computed from others
     */
    record Table(String name, List<String> columns, List<String> given) {
        static String list(List<String> names) {
            return names.stream().map(SqlName::of).collect(Collectors.joining(", "));
        }
    }

    /** A rule that rows of one table point to rows of another. */
    record Reference(String table, String name, String definition) {}

    /** Where a sequence stands; no value when nobody asked it yet. */
    record Sequence(String name, String value) {}

    private Tables() {}

    static List<Table> all(Connection connection) throws SQLException {
        var found = new ArrayList<Table>();
        for (var name : names(connection)) {
            found.add(new Table(name, columns(connection, name, false), columns(connection, name, true)));
        }
        return found;
    }

    private static List<String> names(Connection connection) throws SQLException {
        return strings(connection, """
                select relname from pg_class
                where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in %s
                order by relname""".formatted(OTHERS));
    }

    private static List<String> columns(Connection connection, String table, boolean given) throws SQLException {
        return strings(connection, """
                select attname from pg_attribute
                where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped %s
                order by attname""".formatted(SqlName.of(table), given ? "and attgenerated = ''" : ""));
    }

    static List<Reference> references(Connection connection) throws SQLException {
        var found = new ArrayList<Reference>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.relname, k.conname, pg_get_constraintdef(k.oid) from pg_constraint k
                        join pg_class c on c.oid = k.conrelid
                        where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.conparentid = 0
                        order by 1, 2""")) {
            while (rows.next()) {
                found.add(new Reference(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    static List<Sequence> sequences(Connection connection) throws SQLException {
        return strings(connection, """
                        select sequencename || ' ' || coalesce(last_value::text, '') from pg_sequences
                        where schemaname = 'public' order by 1""").stream()
                .map(each -> each.split(" ", 2))
                .map(each -> new Sequence(each[0], each[1]))
                .toList();
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return List.copyOf(found);
    }
}

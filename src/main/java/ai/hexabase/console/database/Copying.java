package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Copies all rows from one database into the tables of another, in one transaction.
 *
 * <ol>
 *   <li>take away the rules between tables and switch off the triggers: an entry is not chained anew, nothing announced
 *   <li>empty the tables, since migrations put rows into some
 *   <li>copy row by row as PostgreSQL writes them, and where each sequence stands
 *   <li>triggers and rules back; PostgreSQL checks every row against the rules
 * </ol>
 */
final class Copying {
    private static final int TELL_EVERY = 500;

    private final Connection from;
    private final Connection to;
    private final List<Tables.Table> tables;
    private final MoveListener listener;

    Copying(MoveSource source, Connection to, MoveListener listener) {
        this.from = source.owner();
        this.tables = source.tables();
        this.to = to;
        this.listener = listener;
    }

    void copy() throws SQLException {
        to.setAutoCommit(false);
        var references = Tables.references(to);
        for (var reference : references) {
            execute("alter table " + table(reference.table()) + " drop constraint " + SqlName.of(reference.name()));
        }
        triggers("disable");
        execute("truncate " + tables.stream().map(each -> table(each.name())).collect(Collectors.joining(", ")));
        for (var number = 1; number <= tables.size(); number++) {
            copy(tables.get(number - 1), number);
        }
        for (var sequence : Tables.sequences(from)) {
            set(sequence);
        }
        triggers("enable");
        for (var reference : references) {
            execute("alter table " + table(reference.table()) + " add constraint " + SqlName.of(reference.name()) + " "
                    + reference.definition());
        }
        to.commit();
        to.setAutoCommit(true);
    }

    private void triggers(String onOff) throws SQLException {
        for (var each : tables) {
            execute("alter table " + table(each.name()) + " " + onOff + " trigger user");
        }
    }

    private void copy(Tables.Table table, int number) throws SQLException {
        var columns = Tables.Table.list(table.given());
        listener.table(table.name(), number, tables.size(), 0);
        var out = from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table(table.name()) + " (" + columns + ") to stdout");
        var in = to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table(table.name()) + " (" + columns + ") from stdin");
        try {
            var rows = 0L;
            for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
                rows++;
                if (rows % TELL_EVERY == 0) {
                    listener.table(table.name(), number, tables.size(), rows);
                }
            }
            in.endCopy();
            listener.table(table.name(), number, tables.size(), rows);
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    private void set(Tables.Sequence sequence) throws SQLException {
        if (!sequence.value().isEmpty()) {
            execute("select setval('" + table(sequence.name()).replace("'", "''") + "', "
                    + Long.parseLong(sequence.value()) + ", true)");
        }
    }

    private static String table(String name) {
        return "public." + SqlName.of(name);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.execute(sql);
        }
    }
}

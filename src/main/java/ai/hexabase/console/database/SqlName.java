package ai.hexabase.console.database;

/** Names of things in SQL. */
final class SqlName {
    private SqlName() {}

    /** Quoted, so that it can be nothing but a name. */
    static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

package ai.hexabase.console.datastore;

import java.util.List;

/** What the administrator of a PostgreSQL server does before the console can use a database there. */
public final class Preparation {
    public static final String OWNER = "hexabase_owner";
    public static final String APPLICATION = "hexabase_console";
    public static final String DATABASE = "hexabase";

    private Preparation() {}

    /** Statements for {@code psql}; the command {@code \\password} asks for the password and shows it to nobody. */
    public static List<String> statements() {
        return List.of(
                "create role " + OWNER + " login;",
                "\\password " + OWNER,
                "create role " + APPLICATION + " login;",
                "\\password " + APPLICATION,
                "create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8' template template0;",
                "revoke all on database " + DATABASE + " from public;",
                "grant connect on database " + DATABASE + " to " + APPLICATION + ";");
    }
}

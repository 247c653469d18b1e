package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the application's role may do: given by the owner after the migrations, each time anew. */
final class Grants extends MigrationStep {
    private static final Logger log = LoggerFactory.getLogger(Grants.class);
    /** Rows of these are only added; entries go by the function {@code prune_audit} alone. */
    private static final List<String> ONLY_ADDED =
            List.of("audit_entry", "audit_checkpoint", "audit_retention", "audit_stub");

    private final Access access;

    Grants(Access access) {
        super(Event.AFTER_MIGRATE, "setting the rights of the application's role");
        this.access = access;
    }

    @Override
    void run(Connection owner) throws SQLException {
        if (!access.application().user().equals(access.maker().user())) {
            try (var statement = owner.createStatement()) {
                for (var each : statements(SqlName.of(access.application().user()), ownsDatabase(owner))) {
                    statement.execute(each);
                }
            }
        }
        var guard = AuditGuard.of(owner, access.application().user());
        if (!guard.byRole()) {
            log.warn(
                    "The console’s database role {} may change the audit’s tables: that entries are only added rests on"
                            + " triggers alone. docs/database.md says how to give the tables an owner of their own.",
                    access.application().user());
        }
    }

    private static List<String> statements(String role, boolean ownsDatabase) {
        var names = String.join(", ", ONLY_ADDED);
        var all = new ArrayList<>(List.of(
                "grant usage on schema public to " + role,
                "revoke create on schema public from " + role,
                "revoke all on all tables in schema public from public, " + role,
                "grant select, insert, update, delete on all tables in schema public to " + role,
                "revoke all on flyway_schema_history, " + names + " from " + role,
                "grant select, insert on " + names + " to " + role,
                "revoke all on all sequences in schema public from public, " + role,
                "grant usage on all sequences in schema public to " + role,
                "revoke all on all functions in schema public from public",
                "grant execute on all functions in schema public to " + role,
                "alter default privileges in schema public grant select, insert, update, delete on tables to " + role,
                "alter default privileges in schema public grant usage on sequences to " + role,
                "alter default privileges in schema public grant execute on functions to " + role,
                "alter default privileges revoke execute on functions from public"));
        if (ownsDatabase) {
            all.add("do $$ begin execute format('revoke all on database %I from public', current_database()); end $$");
            all.add("revoke all on schema public from public");
            all.add("do $$ begin execute format('grant connect on database %I to %s', current_database(), '"
                    + role.replace("'", "''") + "'); end $$");
        }
        return all;
    }

    private static boolean ownsDatabase(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select pg_has_role(current_user, datdba, 'USAGE') from pg_database"
                        + " where datname = current_database()")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}

package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What keeps the audit's entries from being changed.
 *
 * @param byRole whether PostgreSQL refuses it to the application's role; else triggers alone do
 */
public record AuditGuard(boolean byRole) {
    /** For the role of this name, as it stands. */
    static AuditGuard of(Connection connection, String role) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select not (r.rolsuper or pg_has_role(r.oid, c.relowner, 'MEMBER')
                    or has_table_privilege(r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE'))
                from pg_roles r, pg_class c where r.rolname = ? and c.oid = 'public.audit_entry'::regclass""")) {
            statement.setString(1, role);
            try (var rows = statement.executeQuery()) {
                return new AuditGuard(rows.next() && rows.getBoolean(1));
            }
        }
    }
}

package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.test.ConsoleTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the role that the console works as may not do. */
@ConsoleTest
class ApplicationRoleTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Autowired
    DataSource console;

    @Autowired
    Databases databases;

    @Value("${console.data-dir}")
    Path directory;

    private void execute(String sql) throws SQLException {
        try (var connection = console.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "audit_checkpoint", "audit_retention", "audit_stub"})
    void postgresItselfRefusesToChangeTheRecord(String table) {
        assertRefused("update " + table + " set " + firstColumn(table));
        assertRefused("delete from " + table);
        assertRefused("truncate " + table);
        assertRefused("alter table " + table + " disable trigger user");
        assertRefused("alter table " + table + " rename to gone");
        assertRefused("drop table " + table);
        assertThatCode(() -> execute("select count(*) from " + table)).doesNotThrowAnyException();
    }

    private static String firstColumn(String table) {
        return switch (table) {
            case "audit_stub" -> "to_seq = to_seq";
            case "audit_retention" -> "version = version";
            default -> "seq = seq";
        };
    }

    @Test
    void aStubCannotBePutInPastTheOneFunctionThatRemovesEntries() {
        assertRefused("insert into audit_stub (to_seq, from_seq, hash, at, setting, keep_days, key_id, signature)"
                + " values (1, 1, '', '', 1, 90, '', '')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (a int)",
                "create function mine() returns int language sql as 'select 1'",
                "create temporary table mine (a int)",
                "create schema mine",
                "create role mine",
                "drop function prune_audit",
                "alter function chain_audit_entry() rename to gone",
                "drop trigger audit_entry_is_chained on audit_entry",
                "set session_replication_role = replica",
                "alter system set fsync = off",
                "select * from flyway_schema_history",
                "copy (select 1) to program 'true'"
            })
    void itMakesNothingAndChangesNoRules(String sql) {
        assertRefused(sql);
    }

    @Test
    void tablesOfLaterMigrationsCanBeUsedAtOnce() throws Exception {
        var owner = OwnerOf.the(console);
        owner.execute("create table later (id bigint generated always as identity, word text)");
        try {
            execute("insert into later (word) values ('a')");
            execute("update later set word = 'b'");
            execute("delete from later");
            assertRefused("truncate later");
        } finally {
            owner.execute("drop table later");
        }
    }

    @Test
    void itsPasswordIsItsOwnInAFileThatOnlyTheConsoleReads() throws Exception {
        var file = directory.resolve("postgres-application-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).isNotEqualTo(Files.readString(directory.resolve("postgres-password")));
        assertThat(databases.present()).satisfies(present -> {
            assertThat(present.role()).isEqualTo("hexabase_console");
            assertThat(present.owner()).isEqualTo("postgres");
            assertThat(present.guard().byRole()).isTrue();
            assertThat(present.rows()).containsKey("audit_entry").doesNotContainKey("flyway_schema_history");
        });
    }

    @Test
    void aDataDirectoryOfAnEarlierConsoleGetsTheRoleAtItsStart() throws Exception {
        var owner = OwnerOf.the(console);
        owner.execute("alter role hexabase_console superuser createdb password 'another'");
        var embedded = new EmbeddedDatabase(directory, ConsoleToKill.BINARIES, false);
        var port = Integer.parseInt(owner.url().replaceFirst(".*:(\\d+)/.*", "$1"));
        var access = embedded.prepared(port);
        try (var again = access.connect(access.application(), java.util.Map.of())) {
            assertThat(Tables.strings(
                            again, "select (rolsuper or rolcreatedb)::text from pg_roles where rolname = current_user"))
                    .containsExactly("false");
        }
    }
}

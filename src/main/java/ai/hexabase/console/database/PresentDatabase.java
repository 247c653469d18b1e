package ai.hexabase.console.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The console's database as it is.
 *
 * @param address host, port and name on the server
 * @param directory of an embedded one
 * @param role that the console works with
 * @param owner of the tables
 * @param tls version of the encryption, null when there is none
 * @param free room left on the disk, where that is this machine's
 * @param rows by table
 * @param settings that decide whether what was saved survives a power cut, as PostgreSQL says them
 * @param at when it was asked
 */
public record PresentDatabase(
        DatabaseKind kind,
        String version,
        String address,
        @Nullable Path directory,
        String role,
        String owner,
        AuditGuard guard,
        @Nullable String tls,
        long bytes,
        OptionalLong free,
        Map<String, Long> rows,
        Map<String, String> settings,
        Instant at) {
    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}

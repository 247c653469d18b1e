package ai.hexabase.console.database;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a move did.
 *
 * @param rows of each table, the same in both databases
 * @param kept where the embedded database's directory is now, null when it could not be renamed and stays where it was
 */
public record Moved(Map<String, Long> rows, @Nullable Path kept) {
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}

package ai.hexabase.console.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded database's directory after a move: kept as it was under a name with the time, for the way back. */
final class KeptDirectory {
    private static final Logger log = LoggerFactory.getLogger(KeptDirectory.class);
    private static final String NAME = "postgres-moved-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private KeptDirectory() {}

    /** Needs a server that is stopped. */
    static Path keep(Path data, Clock clock) throws IOException {
        var kept = data.resolveSibling(NAME + TIME.format(clock.instant()));
        Files.move(data, kept, StandardCopyOption.ATOMIC_MOVE);
        log.info("The embedded database is kept in {}; it can be removed when it is not needed any more", kept);
        return kept;
    }

    /** A database that was moved away, with nothing that says where to, is not replaced by a new one. */
    static void requireNone(EmbeddedDatabase embedded) throws IOException {
        if (embedded.exists()) {
            return;
        }
        try (var kept = Files.newDirectoryStream(embedded.directory(), NAME + "*")) {
            for (var each : kept) {
                throw new StartRefused(
                        "The console’s data were moved from here to another database, and database.properties, which"
                                + " names it, is gone",
                        "Put that file back into " + embedded.directory().toAbsolutePath()
                                + "; or, to go back to the data as they were before the move, rename "
                                + each.getFileName() + " to postgres.");
            }
        }
    }

    /** Ends what a console that was killed right after a move left undone. */
    static void tidy(DatabaseChoice choice, Access external) throws IOException {
        var embedded = EmbeddedDatabase.of(choice.settings());
        if (choice.kind() == DatabaseKind.MOVED && embedded.exists()) {
            Postmaster.of(embedded.data()).stop();
            new MoveTarget(external).unmark();
            keep(embedded.data(), Clock.systemUTC());
        }
    }
}

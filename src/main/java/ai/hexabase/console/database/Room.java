package ai.hexabase.console.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether the disk has room before anything is begun that could only be half done. */
final class Room {
    private static final long MEBIBYTE = 1024 * 1024;
    /** Keys, locks and logs. */
    private static final long LITTLE = 4;
    /** A new PostgreSQL takes about 60 MiB, its programs as much, and it needs some to work with. */
    private static final long NEW_DATABASE = 256;

    private static final long DATABASE = 64;

    private Room() {}

    /** Makes the directory if need be; one that cannot be made or written is refused, as is a full disk. */
    static void forConsole(Path directory) {
        require(made(directory), LITTLE);
    }

    static void forDatabase(Path directory) {
        require(directory, Files.exists(directory.resolve("postgres/PG_VERSION")) ? DATABASE : NEW_DATABASE);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException unusable) {
            throw refused(directory, unusable);
        }
    }

    private static void require(Path directory, long mebibytes) {
        try {
            var free = Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
            if (free < mebibytes) {
                throw new StartRefused(
                        "The disk of the data directory " + directory.toAbsolutePath() + " has " + free
                                + " MiB left; the console needs " + mebibytes + " MiB to start",
                        "Make room there, or choose another directory with CONSOLE_DATA_DIR. Nothing was changed.");
            }
        } catch (IOException unusable) {
            throw refused(directory, unusable);
        }
    }

    private static StartRefused refused(Path directory, IOException why) {
        return new StartRefused(
                "The data directory " + directory.toAbsolutePath() + " cannot be used: " + why,
                "Give the console’s user the right to write there, or choose another with CONSOLE_DATA_DIR.");
    }
}

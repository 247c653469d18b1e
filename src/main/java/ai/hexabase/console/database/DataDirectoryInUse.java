package ai.hexabase.console.database;

import java.nio.file.Path;

/** Another console works with this data directory. */
class DataDirectoryInUse extends RuntimeException {
    DataDirectoryInUse(Path directory) {
        super("Another Hexabase Console is running with the data directory " + directory.toAbsolutePath());
    }
}

package ai.hexabase.console.database;

import java.nio.file.Path;

/** Another console works with this data directory. */
class DataDirectoryInUse extends StartRefused {
    DataDirectoryInUse(Path directory) {
        super(
                "Another Hexabase Console is running with the data directory " + directory.toAbsolutePath(),
                "Stop that console, or give this one a directory of its own with CONSOLE_DATA_DIR.");
    }
}

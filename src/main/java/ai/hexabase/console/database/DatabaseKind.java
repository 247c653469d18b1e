package ai.hexabase.console.database;

/** Where the console's data are, and who said so. */
public enum DatabaseKind {
    /** The console runs PostgreSQL itself, in its data directory. */
    EMBEDDED,
    /** An external one that the console was moved to from its screens. */
    MOVED,
    /** An external one named in the console's settings by whoever starts it. */
    NAMED
}

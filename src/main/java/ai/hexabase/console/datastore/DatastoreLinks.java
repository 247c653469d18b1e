package ai.hexabase.console.datastore;

/** Addresses of the screens. */
public final class DatastoreLinks {
    public static final String SETTINGS = "settings/database";

    private DatastoreLinks() {}
}

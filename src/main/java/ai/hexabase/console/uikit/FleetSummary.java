package ai.hexabase.console.uikit;

/** One line about all clusters for the header, contributed by the module that knows them. */
public interface FleetSummary {
    /**
     * What the header says.
     *
     * @param words such as "3 of 4 clusters live", translated
     * @param path route of the list behind it
     */
    record Line(Status status, String words, String path) {}

    /** Now, in the current reader's language; called while holding the page. */
    Line now();

    /** Tells the listener after every change, on any thread, until closed. */
    AutoCloseable onChange(Runnable listener);
}

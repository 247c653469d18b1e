package ai.hexabase.console.database;

/** Hears how a move goes on, on the thread that moves. */
public interface MoveListener {
    /** What is done, in this order. */
    enum Phase {
        /** The tables are made in the new database. */
        PREPARING,
        /** Who writes right now comes to an end; whoever comes waits. */
        HOLDING,
        COPYING,
        /** Old and new are compared. */
        VERIFYING,
        /** The choice is written down and everything goes to the new one. */
        SWITCHING
    }

    void phase(Phase phase);

    /**
     * A table is worked on.
     *
     * @param number its place among all, from 1
     * @param rows how many of its rows are done
     */
    void table(String name, int number, int of, long rows);
}

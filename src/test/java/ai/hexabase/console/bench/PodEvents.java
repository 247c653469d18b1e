package ai.hexabase.console.bench;

/** A source of events of the many pods. */
interface PodEvents {
    /** A change of one of the pods to look at, with a number to be recognised by. */
    void probe(int which, int mark) throws InterruptedException;

    /** A change of any other pod. */
    void other() throws InterruptedException;

    /** Waits until all events are out. */
    default void settle() throws InterruptedException {}
}

package ai.hexabase.console.kube;

/** A running watch. */
public interface ObjectWatch extends AutoCloseable {
    /** Ends the watch; the listener hears nothing afterwards. */
    @Override
    void close();
}

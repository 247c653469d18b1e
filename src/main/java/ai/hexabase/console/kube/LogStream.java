package ai.hexabase.console.kube;

/** A running log stream. */
public interface LogStream extends AutoCloseable {
    @Override
    void close();
}

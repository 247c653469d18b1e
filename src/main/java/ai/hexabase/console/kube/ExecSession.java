package ai.hexabase.console.kube;

/** A program that runs in a container. */
public interface ExecSession extends AutoCloseable {
    /** Sends input; what comes before the program is open or after its end is lost. */
    void input(byte[] bytes);

    /** Tells the program how large its terminal is. */
    void resize(int columns, int rows);

    /** No more input: the program reads the end of its input (only protocol v5 can say so). */
    void endInput();

    /** Ends the connection; a program with a terminal is hung up on. Nothing is told to the listener afterwards. */
    @Override
    void close();
}

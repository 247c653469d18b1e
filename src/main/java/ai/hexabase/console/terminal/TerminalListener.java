package ai.hexabase.console.terminal;

/** Hears a terminal; called one at a time, on any thread. */
public interface TerminalListener {
    void opened();

    /** What the program wrote; while this waits the program waits too. */
    void output(byte[] bytes);

    /** Called once; not after the person closed it. */
    void ended(TerminalEnd end);
}

package ai.hexabase.console.kube;

/** Hears a program run in a container; called one at a time. */
public interface ExecListener {
    /** The program runs and takes input. */
    void opened();

    /** What it wrote; no more comes before this returns, so a slow listener slows the program down. */
    void output(byte[] bytes);

    /** It is over; called once, unless the session was closed before. */
    void ended(ExecEnd end);
}

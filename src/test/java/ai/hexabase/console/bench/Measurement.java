package ai.hexabase.console.bench;

/** One thing that is measured, and its section of the page. */
interface Measurement {
    /** How it is called on the command line, such as {@code start}. */
    String name();

    /** Heading of its section. */
    String title();

    /** Measures; the section's text in Markdown, with how the figures were made. */
    String measure() throws Exception;
}

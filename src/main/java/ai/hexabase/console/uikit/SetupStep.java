package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Message;
import com.vaadin.flow.router.QueryParameters;

/**
 * A step of the first-time setup, contributed by the module that it is about. Its words are {@code setup.<id>.name},
 * {@code .title} and {@code .lead}; whether it is done is read from the facts, never from a click.
 */
public interface SetupStep {
    /** How far the facts are. */
    enum Standing {
        /** Something has to be done first. */
        OPEN,
        /** Goes on as it is, but something is left to do, which stays on the checklist. */
        LOOSE,
        /** Nothing has to be done; an administrator only has to see it. */
        SOUND,
        DONE
    }

    /**
     * How far the step is.
     *
     * @param line what was reached or is left, as one line
     */
    record State(Standing standing, Message line) {}

    /** The assistant's address; it opens the first step that is not done. */
    String PLACE = "setup";

    /** Where a step is opened. */
    static String path(String id) {
        return PLACE + "/" + id;
    }

    /** Goes with an address that the setup leads to and that leads back to it. */
    QueryParameters FROM = QueryParameters.of(PLACE, "");

    /** Stands in addresses and on record. */
    String id();

    /** Steps with lower ones come first. */
    int order();

    State state();

    /**
     * Builds the step for the current reader.
     *
     * @param changed to be called in the reader's window when what the step says of itself may have changed
     */
    SetupPart open(Runnable changed);

    /** Tells the listener, on any thread, when {@link #state()} should be read again. */
    default AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}

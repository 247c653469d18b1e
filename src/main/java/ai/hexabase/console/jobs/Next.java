package ai.hexabase.console.jobs;

import java.time.Instant;

/** What a piece of work wants to happen next. */
public sealed interface Next {
    /** Another piece, not before {@code at}. */
    record Again(Instant at) implements Next {}

    /** Nothing; the job is over or waits for a person. */
    record Finished() implements Next {}
}

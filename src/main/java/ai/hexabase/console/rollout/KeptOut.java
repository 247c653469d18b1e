package ai.hexabase.console.rollout;

import java.time.Instant;

/**
 * The newest word of the cluster about pods that it did not let in.
 *
 * @param words the refusal, verbatim
 * @param seen when the cluster said so, by its own clock
 */
record KeptOut(String words, Instant seen) {}

package ai.hexabase.console.audit;

import java.util.List;

/** Brings entries to a receiver. */
@FunctionalInterface
interface Carrier {
    /**
     * Returns when the receiver has all of them, as far as its way of receiving can tell.
     *
     * @throws ai.hexabase.console.common.ProblemException why it may not have them; then all are sent again
     */
    void carry(List<Link> entries);
}

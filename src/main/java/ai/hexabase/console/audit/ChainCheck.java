package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain from the first link that was not removed to its last and stops believing at the first that is wrong.
 *
 * <ol>
 *   <li>each entry follows the one before it, without a gap
 *   <li>each names the hash of the one before it
 *   <li>each has the hash that its content gives
 *   <li>where a checkpoint was signed, the hash is the signed one, and the signature is the console's
 * </ol>
 */
final class ChainCheck {
    /** A signed place of the chain. */
    record Signed(long seq, String hash, boolean valid) {}

    private final Iterator<Signed> signatures;
    private @Nullable Signed next;
    private final long removed;
    private long expected;
    private String previous;
    private long entries;
    private long checkpoints;
    private @Nullable Long brokenAt;
    private @Nullable Problem problem;

    /** @param signatures in the order of the chain; those of entries that were removed prove nothing any more */
    ChainCheck(List<Signed> signatures, StubCheck.Beginning beginning) {
        this.removed = beginning.removed();
        this.expected = removed + 1;
        this.previous = beginning.hash();
        this.brokenAt = beginning.brokenAt();
        this.problem = beginning.problem();
        this.signatures =
                signatures.stream().filter(signed -> signed.seq() > removed).iterator();
        advance();
    }

    private void advance() {
        next = signatures.hasNext() ? signatures.next() : null;
    }

    void read(Link link) {
        entries++;
        if (problem != null) {
            return;
        }
        if (link.seq() != expected) {
            broken(expected, Problem.of("audit-entry-missing", expected));
        } else if (!link.previousHash().equals(previous)) {
            broken(link.seq(), Problem.of("audit-entry-untied", link.seq()));
        } else if (!link.computed().equals(link.hash())) {
            broken(link.seq(), Problem.of("audit-entry-changed", link.seq()));
        } else {
            compare(link);
        }
        expected = link.seq() + 1;
        previous = link.hash();
    }

    private void compare(Link link) {
        var signed = next;
        if (signed == null || signed.seq() != link.seq()) {
            return;
        }
        checkpoints++;
        if (!signed.valid()) {
            broken(link.seq(), Problem.of("audit-signature-wrong", link.seq()));
        } else if (!signed.hash().equals(link.hash())) {
            broken(link.seq(), Problem.of("audit-chain-rewritten", link.seq()));
        }
        advance();
    }

    private void broken(long seq, Problem what) {
        brokenAt = seq;
        problem = what;
    }

    /** After the last link. */
    ChainReport report(Instant now) {
        if (problem == null && next != null) {
            broken(expected, Problem.of("audit-end-missing", expected, next.seq()));
        }
        return new ChainReport(removed, entries, checkpoints, brokenAt, problem, now);
    }
}

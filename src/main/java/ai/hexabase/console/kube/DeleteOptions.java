package ai.hexabase.console.kube;

import org.jspecify.annotations.Nullable;

/**
 * How to delete.
 *
 * @param uid only if the object still has this uid; null for whatever is there
 */
public record DeleteOptions(
        Propagation propagation, boolean dryRun, @Nullable String uid) {
    /** What happens to dependants. */
    public enum Propagation {
        FOREGROUND,
        BACKGROUND,
        ORPHAN
    }

    public static final DeleteOptions BACKGROUND = new DeleteOptions(Propagation.BACKGROUND, false, null);
    public static final DeleteOptions FOREGROUND = new DeleteOptions(Propagation.FOREGROUND, false, null);
}

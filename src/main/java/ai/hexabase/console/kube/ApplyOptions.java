package ai.hexabase.console.kube;

/**
 * How to apply.
 *
 * @param dryRun validate and compute, store nothing
 * @param force take over fields that other managers own
 */
public record ApplyOptions(boolean dryRun, boolean force) {
    public static final ApplyOptions REAL = new ApplyOptions(false, false);
    public static final ApplyOptions DRY_RUN = new ApplyOptions(true, false);

    public ApplyOptions forced() {
        return new ApplyOptions(dryRun, true);
    }
}

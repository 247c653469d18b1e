package ai.hexabase.console.kube;

/**
 * How to apply.
 *
 * @param dryRun validate and compute, store nothing
 * @param force take over fields that other managers own
 * @param manager the field manager that owns what is applied; see {@link ClusterConnection#FIELD_MANAGER}
 */
public record ApplyOptions(boolean dryRun, boolean force, String manager) {
    public static final ApplyOptions REAL = new ApplyOptions(false, false, ClusterConnection.FIELD_MANAGER);
    public static final ApplyOptions DRY_RUN = new ApplyOptions(true, false, ClusterConnection.FIELD_MANAGER);

    public ApplyOptions forced() {
        return new ApplyOptions(dryRun, true, manager);
    }

    /** Under another manager's name: what this one does not name is left alone. */
    public ApplyOptions as(String otherManager) {
        return new ApplyOptions(dryRun, force, otherManager);
    }
}

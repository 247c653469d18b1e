package ai.hexabase.console.profile;

/** What the control plane of one vcluster asks of its host, by the sizes that vCluster's makers publish. */
final class VclusterSize {
    /** The smallest, one replica. */
    static final TenantDemand.Amount P1 = new TenantDemand.Amount(1000, 2L << 30);

    /** The second smallest in three replicas, so that a tenant outlives the loss of a node. */
    static final TenantDemand.Amount P2_IN_THREE = new TenantDemand.Amount(2000, 4L << 30).times(3);

    private VclusterSize() {}
}

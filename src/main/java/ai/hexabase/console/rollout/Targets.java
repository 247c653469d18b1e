package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.kube.ClusterConnection;
import java.util.Optional;

/** Where a rollout gets what it needs from: installations and clusters, or in tests a few objects and one cluster. */
interface Targets {
    /** The newest revision's number. */
    int latestRevision(InstallationId installation);

    /** The same revision gives the same objects every time. */
    Target of(InstallationId installation, int revision);

    /** Keeps a decision about a contested field with the revision, which must be the newest. */
    void decide(InstallationId installation, int revision, FieldDecision decision);

    ClusterConnection connection(ClusterId cluster);

    /** Whether this console took that installation from the cluster, so that its marks mean nothing any more. */
    boolean isGone(InstallationId installation, ClusterId cluster);

    /** What the installation is or was called; empty for one that this console never knew. */
    Optional<String> name(InstallationId installation);
}

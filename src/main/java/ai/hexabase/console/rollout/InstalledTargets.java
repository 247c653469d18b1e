package ai.hexabase.console.rollout;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.manifest.Manifests;
import org.springframework.stereotype.Component;

/** Renders the revisions of the installations. */
@Component
class InstalledTargets implements Targets {
    private final Installations installations;
    private final Manifests manifests;
    private final Clusters clusters;

    InstalledTargets(Installations installations, Manifests manifests, Clusters clusters) {
        this.installations = installations;
        this.manifests = manifests;
        this.clusters = clusters;
    }

    @Override
    public int latestRevision(InstallationId installation) {
        return installations.get(installation).latestRevision();
    }

    @Override
    public Target of(InstallationId id, int number) {
        var installation = installations.get(id);
        var revision = installations.revision(id, number);
        return new Target(
                installation.name(),
                installation.latestRevision(),
                revision.cluster(),
                clusters.get(revision.cluster()).name(),
                manifests.render(installations.manifestInput(id, number)));
    }

    @Override
    public ClusterConnection connection(ClusterId cluster) {
        return clusters.connection(cluster);
    }
}

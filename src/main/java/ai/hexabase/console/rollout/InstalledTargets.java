package ai.hexabase.console.rollout;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.installation.Footprint;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.Ownerships;
import ai.hexabase.console.installation.TakenDecision;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.manifest.Manifests;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Renders the revisions of the installations. */
@Component
class InstalledTargets implements Targets {
    private final Installations installations;
    private final Ownerships ownerships;
    private final Manifests manifests;
    private final Clusters clusters;
    private final Footprint footprint;

    InstalledTargets(
            Installations installations,
            Ownerships ownerships,
            Manifests manifests,
            Clusters clusters,
            Footprint footprint) {
        this.installations = installations;
        this.ownerships = ownerships;
        this.manifests = manifests;
        this.clusters = clusters;
        this.footprint = footprint;
    }

    @Override
    public int latestRevision(InstallationId installation) {
        return installations.open(installation).latestRevision();
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
                manifests.render(installations.manifestInput(id, number)),
                revision.decisions().stream().map(TakenDecision::what).toList());
    }

    @Override
    public void decide(InstallationId installation, int revision, FieldDecision decision) {
        ownerships.decide(installation, revision, decision.claim(), decision.decision());
    }

    @Override
    public boolean isGone(InstallationId installation, ClusterId cluster) {
        return footprint.of(installation).stream()
                .anyMatch(trace -> trace.cluster().equals(cluster) && trace.removed());
    }

    @Override
    public Optional<String> name(InstallationId installation) {
        return installations.nameOf(installation);
    }

    @Override
    public ClusterConnection connection(ClusterId cluster) {
        return clusters.connection(cluster);
    }
}

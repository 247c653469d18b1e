package ai.hexabase.console.drift;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.Ownerships;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.ManifestInput;
import ai.hexabase.console.manifest.Manifests;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.profile.Settings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes live values the settings of a draft, or leaves them to who set them. */
@Component
class Acceptances {
    private final Installations installations;
    private final Manifests manifests;
    private final Profiles profiles;
    private final Clusters clusters;
    private final Ownerships ownerships;

    Acceptances(
            Installations installations,
            Manifests manifests,
            Profiles profiles,
            Clusters clusters,
            Ownerships ownerships) {
        this.installations = installations;
        this.ownerships = ownerships;
        this.manifests = manifests;
        this.profiles = profiles;
        this.clusters = clusters;
    }

    Acceptance of(InstallationId id, ClusterId cluster, DriftedObject object) {
        var installation = installations.get(id);
        var base = installations.revision(id, installation.latestRevision());
        var live = clusters.connection(cluster).get(object.ref());
        var search = new SettingSearch(
                base.settings(), settings -> render(id, installation.name(), base.number(), settings), profiles);
        var parts = object.fields().stream()
                .map(field -> part(search, object, field, live))
                .toList();
        return new Acceptance(object, base.number(), parts);
    }

    /** Values of Secrets are not looked at: no setting shows them. */
    private static Acceptance.Part part(
            SettingSearch search, DriftedObject object, DriftedField field, Optional<KubeObject> live) {
        if (live.isEmpty() || object.ref().kind().equals(ResourceKind.SECRET)) {
            return new Acceptance.Part(field, false, List.of());
        }
        var value = field.path().in(live.get().at(""));
        var has = search.has(object.ref(), field.path(), value);
        var options = has ? List.<Acceptance.Option>of() : search.options(object.ref(), field.path(), value);
        return new Acceptance.Part(field, has, options);
    }

    private List<KubeObject> render(InstallationId id, String name, int revision, Settings settings) {
        return manifests.render(new ManifestInput(id, name, revision, settings)).stream()
                .map(RenderedObject::object)
                .toList();
    }

    Draft draft(InstallationId id, List<SettingChange> changes, String comment) {
        var begun = installations.draftChange(id);
        var settings = begun.content().settings();
        for (var change : changes) {
            settings = settings == null ? null : settings.with(change.setting(), change.after());
        }
        return installations.saveDraft(
                begun.id(),
                settings == null
                        ? begun.content()
                        : begun.content().with(settings).commented(comment));
    }

    void leave(InstallationId id, DriftedObject object, DriftedField field) {
        var owner = field.owner();
        if (owner == null || !field.isOthers()) {
            throw new ProblemException(Problem.of("drift-no-owner", field.path()));
        }
        var claim = new FieldClaim(object.ref(), field.path().toString(), owner.manager());
        ownerships.decide(id, installations.get(id).latestRevision(), claim, Decision.LEAVE);
    }
}

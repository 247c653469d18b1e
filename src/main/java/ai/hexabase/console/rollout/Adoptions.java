package ai.hexabase.console.rollout;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the objects of a plan that are somebody else's. */
record Adoptions(Target target, Targets targets, InstallationId installation) {
    List<Adoption> among(Planner.Outcome outcome) {
        return outcome.entries().stream()
                .filter(entry -> entry.action() == Action.CHANGE || entry.action() == Action.REPLACE)
                .flatMap(entry -> Stream.ofNullable(outcome.live().get(entry.key())))
                .flatMap(live -> owner(live).map(owner -> new Adoption(live.ref(), owner, null, null, null)).stream())
                .toList();
    }

    /** Empty for what is ours; a namespace made beforehand is no question, it is only labelled. */
    private Optional<CurrentOwner> owner(KubeObject live) {
        var id = live.labels().get(Names.INSTALLATION_LABEL);
        if (installation.toString().equals(id) || isOurs(live)) {
            return Optional.empty();
        }
        if (id != null && !isGone(id)) {
            return Optional.of(CurrentOwner.installation(live, name(id)));
        }
        return live.kind().equals(ResourceKind.NAMESPACE) ? Optional.empty() : Optional.of(CurrentOwner.of(live));
    }

    /** By the labels that all objects of the installation share, whichever these are. */
    private boolean isOurs(KubeObject live) {
        var own = target.ownLabels();
        return !own.isEmpty() && live.labels().entrySet().containsAll(own.entrySet());
    }

    /** Marks of an installation that was taken from this cluster mean nothing any more. */
    private boolean isGone(String id) {
        return parsed(id)
                .filter(other -> targets.isGone(other, target.cluster()))
                .isPresent();
    }

    private String name(String id) {
        return parsed(id).flatMap(targets::name).orElse(id);
    }

    private static Optional<InstallationId> parsed(String id) {
        try {
            return Optional.of(new InstallationId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

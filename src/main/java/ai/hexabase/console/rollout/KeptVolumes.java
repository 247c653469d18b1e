package ai.hexabase.console.rollout;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.preflight.Check;
import ai.hexabase.console.preflight.Report;
import ai.hexabase.console.preflight.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Before installing: does a database of the same name find volumes that were kept? Its operator then takes them back by
 * itself and starts from their data, which nobody may learn only afterwards.
 */
record KeptVolumes(ClusterConnection cluster, Target target, Targets targets, InstallationId installation) {
    private static final String CODE = "kept-volumes";

    /** @param live what of the target is there already */
    Report addTo(Report report, Collection<KubeObject> live) {
        return check(live)
                .map(check -> {
                    var checks = new ArrayList<>(report.checks());
                    checks.add(check);
                    return new Report(report.asOf(), checks);
                })
                .orElse(report);
    }

    private Optional<Check> check(Collection<KubeObject> live) {
        var database = ResourceKind.DATABASE_CLUSTER.named(Names.NAMESPACE, Names.DATABASE);
        var isThere = live.stream().anyMatch(object -> object.ref().equals(database));
        if (isThere || target.object(database).isEmpty()) {
            return Optional.empty();
        }
        var claims = kept();
        if (claims.isEmpty() || !cluster.serves(ResourceKind.DATABASE_CLUSTER)) {
            return Optional.empty();
        }
        var strangers = claims.stream().filter(claim -> !isOurs(claim)).toList();
        return Optional.of(strangers.isEmpty() ? takenBack(claims) : somebodyElses(strangers));
    }

    private List<KubeObject> kept() {
        try {
            return cluster
                    .listAll(ListQuery.of(ResourceKind.PERSISTENT_VOLUME_CLAIM)
                            .in(Names.NAMESPACE)
                            .labelled(DatabaseParts.OF + "=" + Names.DATABASE))
                    .stream()
                    .filter(DatabaseParts::isTakenBack)
                    .toList();
        } catch (RequestRefused mayNotList) {
            return List.of();
        }
    }

    /** Of this installation, or of an earlier one of the same name. */
    private boolean isOurs(KubeObject claim) {
        var id = claim.labels().getOrDefault(Names.INSTALLATION_LABEL, installation.toString());
        return id.equals(installation.toString())
                || known(id).filter(target.installationName()::equals).isPresent();
    }

    private Optional<String> known(String id) {
        try {
            return targets.name(new InstallationId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Check takenBack(List<KubeObject> claims) {
        var complete = claims.stream().allMatch(DatabaseParts::isComplete);
        return new Check(
                CODE,
                Result.WARNING,
                Message.of("preflight.kept-volumes.found", claims.size()),
                Message.of("preflight.kept-volumes.needed"),
                Message.of(complete ? "preflight.kept-volumes.action" : "preflight.kept-volumes.action.incomplete"),
                words(claims));
    }

    private static Check somebodyElses(List<KubeObject> claims) {
        return new Check(
                CODE,
                Result.BLOCKED,
                Message.of("preflight.kept-volumes.others", claims.size()),
                Message.of("preflight.kept-volumes.needed"),
                Message.of("preflight.kept-volumes.action.others"),
                words(claims));
    }

    private static String words(List<KubeObject> claims) {
        return claims.stream()
                .map(claim -> claim.ref() + " "
                        + claim.text("/status/capacity/storage", claim.text("/spec/resources/requests/storage", "")))
                .collect(Collectors.joining("\n"));
    }
}

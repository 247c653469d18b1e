package ai.hexabase.console.rollout;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.rollout.Removal.Stays;
import ai.hexabase.console.rollout.Removal.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what of an installation is on a cluster: by its marks, by what its revision renders, by what the database owns. */
final class Belongings {
    private static final Set<ResourceKind> BY_THE_SYSTEM = Set.of(ResourceKind.EVENT, ResourceKind.ENDPOINT_SLICE);
    private static final Set<String> SYSTEM_NAMES =
            Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert", "cnpg-default-monitoring");

    private final ClusterConnection cluster;
    private final Target target;
    private final String id;
    private final Map<ObjectRef, KubeObject> mine = new LinkedHashMap<>();
    private final List<Stays> stays = new ArrayList<>();

    Belongings(ClusterConnection cluster, Target target, InstallationId installation) {
        this.cluster = cluster;
        this.target = target;
        id = installation.toString();
    }

    /**
     * What there is.
     *
     * @param goes in the order in which it goes
     */
    record Found(List<KubeObject> goes, Removal removal) {}

    /** A kind that the console may not list is problem {@code removal-unreadable}: what it cannot see it cannot remove. */
    Found find(boolean deleteVolumes) {
        kinds().forEach(kind ->
                list(kind, null, Names.INSTALLATION_LABEL + "=" + id).forEach(live -> mine.put(live.ref(), live)));
        databaseParts().forEach(live -> mine.putIfAbsent(live.ref(), live));
        unmarked();
        withOtherOwners();
        var claims = mine.values().stream()
                .filter(live -> live.kind().equals(ResourceKind.PERSISTENT_VOLUME_CLAIM))
                .toList();
        if (!deleteVolumes && !claims.isEmpty()) {
            keepWithVolumes();
        }
        namespace(deleteVolumes ? List.of() : claims);
        var goes = mine.values().stream()
                .filter(live -> deleteVolumes || !claims.contains(live))
                .sorted(new RemovalOrder(target).comparator())
                .toList();
        var volumes = claims.stream().map(this::volume).toList();
        return new Found(goes, new Removal(deleteVolumes, volumes, stays));
    }

    private Set<ResourceKind> kinds() {
        var kinds = new LinkedHashSet<>(Deletions.PRUNED);
        kinds.add(ResourceKind.BACKUP_STORE);
        kinds.add(ResourceKind.PERSISTENT_VOLUME_CLAIM);
        target.refs().forEach(ref -> kinds.add(ref.kind()));
        kinds.remove(ResourceKind.NAMESPACE);
        return kinds;
    }

    private List<KubeObject> list(ResourceKind kind, @Nullable String namespace, String labels) {
        if (!cluster.serves(kind)) {
            return List.of();
        }
        try {
            return cluster.listAll(ListQuery.of(kind).in(namespace).labelled(labels.isEmpty() ? null : labels));
        } catch (RequestRefused refused) {
            throw new ProblemException(
                    Problem.of("removal-unreadable", kind.plural())
                            .saying(refused.refusal().message()),
                    refused);
        }
    }

    /** Of the database that is ours, or of one that was and whose volumes were kept. */
    private List<KubeObject> databaseParts() {
        var database = mine.get(ResourceKind.DATABASE_CLUSTER.named(Names.NAMESPACE, Names.DATABASE));
        var left = mine.values().stream().anyMatch(DatabaseParts::isOne);
        if (database == null && !left) {
            return List.of();
        }
        return DatabaseParts.KINDS.stream()
                .flatMap(kind -> list(kind, Names.NAMESPACE, "").stream())
                .filter(DatabaseParts::isOne)
                .filter(live -> DatabaseParts.isSecret(live)
                        || id.equals(live.labels().getOrDefault(Names.INSTALLATION_LABEL, id)))
                .toList();
    }

    private void unmarked() {
        for (var ref : target.refs()) {
            if (!mine.containsKey(ref) && !ref.kind().equals(ResourceKind.NAMESPACE)) {
                live(ref).ifPresent(live -> stays.add(new Stays(ref, Why.NOT_MARKED, manager(live))));
            }
        }
    }

    private Optional<KubeObject> live(ObjectRef ref) {
        return cluster.serves(ref.kind()) ? cluster.get(ref) : Optional.empty();
    }

    private static String manager(KubeObject live) {
        return live.labels().getOrDefault(Names.MANAGED_BY_LABEL, "");
    }

    /** What another object owns goes with that one, or stays with it. */
    private void withOtherOwners() {
        var uids = mine.values().stream().map(KubeObject::uid).collect(Collectors.toSet());
        var owned = mine.values().stream()
                .filter(live -> !DatabaseParts.isOne(live))
                .filter(live -> !live.at("/metadata/ownerReferences").isEmpty())
                .toList();
        for (var live : owned) {
            mine.remove(live.ref());
            var owner = live.at("/metadata/ownerReferences/0");
            if (!uids.contains(owner.path("uid").asString(""))) {
                var name = owner.path("kind").asString("") + " "
                        + owner.path("name").asString("");
                stays.add(new Stays(live.ref(), Why.OTHER_OWNER, name));
            }
        }
    }

    private void keepWithVolumes() {
        mine.values().stream()
                .filter(DatabaseParts::isSecret)
                .forEach(secret -> stays.add(new Stays(secret.ref(), Why.WITH_VOLUMES, "")));
        mine.values().removeIf(DatabaseParts::isSecret);
    }

    private void namespace(Collection<KubeObject> keptClaims) {
        var ref = ResourceKind.NAMESPACE.named(Names.NAMESPACE);
        live(ref).ifPresent(live -> {
            if (!id.equals(live.labels().get(Names.INSTALLATION_LABEL))) {
                stays.add(new Stays(ref, Why.NOT_MARKED, manager(live)));
            } else if (!keptClaims.isEmpty()) {
                stays.add(new Stays(ref, Why.WITH_VOLUMES, ""));
            } else {
                var other = somebodyElses(mine.keySet());
                other.ifPresentOrElse(
                        found -> stays.add(new Stays(ref, Why.IN_USE, found.toString())), () -> mine.put(ref, live));
            }
        });
    }

    /** Something in the namespace that is not on this list, and that nobody makes by itself. */
    Optional<ObjectRef> somebodyElses(Set<ObjectRef> except) {
        return ResourceKind.known().stream()
                .filter(ResourceKind::namespaced)
                .filter(kind -> !BY_THE_SYSTEM.contains(kind))
                .flatMap(kind -> list(kind, Names.NAMESPACE, "").stream())
                .filter(live -> live.at("/metadata/ownerReferences").isEmpty())
                .filter(live -> live.text("/metadata/deletionTimestamp") == null)
                .filter(live -> !isSystemMade(live))
                .map(KubeObject::ref)
                .filter(ref -> !except.contains(ref))
                .findFirst();
    }

    private static boolean isSystemMade(KubeObject live) {
        return SYSTEM_NAMES.contains(live.name())
                || (live.kind().equals(ResourceKind.SERVICE_ACCOUNT)
                        && live.name().equals("default"))
                || "kubernetes.io/service-account-token".equals(live.text("/type"));
    }

    private Removal.Volume volume(KubeObject claim) {
        var size = claim.text("/status/capacity/storage", claim.text("/spec/resources/requests/storage", "?"));
        var name = claim.text("/spec/volumeName");
        return new Removal.Volume(
                claim.ref(), size, name, name == null ? null : reclaimPolicy(name), DatabaseParts.isComplete(claim));
    }

    private @Nullable String reclaimPolicy(String volume) {
        try {
            return cluster.get(ResourceKind.PERSISTENT_VOLUME.named(volume))
                    .map(live -> live.text("/spec/persistentVolumeReclaimPolicy"))
                    .orElse(null);
        } catch (RequestRefused mayNotRead) {
            return null;
        }
    }

    static Map<String, String> uids(List<KubeObject> objects) {
        return objects.stream()
                .collect(Collectors.toMap(live -> PlanEntry.key(live.ref()), live -> Objects.toString(live.uid(), "")));
    }
}

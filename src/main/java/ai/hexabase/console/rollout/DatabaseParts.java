package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the database operator makes for a database, and how it marks that. */
final class DatabaseParts {
    static final String OF = "cnpg.io/cluster";
    static final String ROLE = "cnpg.io/instanceRole";
    static final String SERIAL = "cnpg.io/nodeSerial";
    /** Keeps the operator from doing anything about a database. */
    static final String LOOP = "cnpg.io/reconciliationLoop";

    static final String LOOP_OFF = "disabled";
    /** State of a volume that an instance can start from. */
    static final String READY = "ready";

    private static final String STATUS = "cnpg.io/pvcStatus";
    /** The operator marks these by their owner alone, which they lose when they are kept. */
    private static final Set<String> SECRETS = Stream.of("app", "superuser", "ca", "server", "replication")
            .map(suffix -> Names.DATABASE + "-" + suffix)
            .collect(Collectors.toUnmodifiableSet());

    /** Kinds of it that nothing but the database owns. */
    static final List<ResourceKind> KINDS = List.of(
            ResourceKind.JOB,
            ResourceKind.SERVICE,
            ResourceKind.POD_DISRUPTION_BUDGET,
            ResourceKind.ROLE_BINDING,
            ResourceKind.ROLE,
            ResourceKind.SERVICE_ACCOUNT,
            ResourceKind.PERSISTENT_VOLUME_CLAIM,
            ResourceKind.SECRET);

    private DatabaseParts() {}

    static boolean isOne(KubeObject live) {
        return Names.DATABASE.equals(live.labels().get(OF))
                || live.at("/metadata/ownerReferences").valueStream().anyMatch(DatabaseParts::isDatabase)
                || isSecret(live);
    }

    /** One of the Secrets without which kept data need new passwords and certificates. */
    static boolean isSecret(KubeObject live) {
        return live.kind().equals(ResourceKind.SECRET)
                && Names.NAMESPACE.equals(live.namespace())
                && SECRETS.contains(live.name());
    }

    private static boolean isDatabase(tools.jackson.databind.JsonNode owner) {
        return ResourceKind.DATABASE_CLUSTER.kind().equals(owner.path("kind").asString(""))
                && Names.DATABASE.equals(owner.path("name").asString(""));
    }

    /** Whether the operator had finished filling the volume; true for one it knows nothing about. */
    static boolean isComplete(KubeObject claim) {
        return claim.annotations().getOrDefault(STATUS, READY).equals(READY);
    }

    /** Whether the operator takes the claim back when a database of this name is made anew. */
    static boolean isTakenBack(KubeObject claim) {
        return Names.DATABASE.equals(claim.labels().get(OF))
                && claim.at("/metadata/ownerReferences").isEmpty()
                && claim.annotations().containsKey(SERIAL);
    }
}

package ai.hexabase.console.cluster;

import static ai.hexabase.console.db.Tables.CLUSTER;
import static org.jooq.impl.DSL.lower;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.db.tables.records.ClusterRecord;
import ai.hexabase.console.kube.Identity;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Table {@code cluster}. */
@Repository
class ClusterStore {
    private final DSLContext db;

    ClusterStore(DSLContext db) {
        this.db = db;
    }

    List<StoredCluster> list() {
        return db.selectFrom(CLUSTER).orderBy(lower(CLUSTER.NAME)).fetch(ClusterStore::read);
    }

    Optional<StoredCluster> find(ClusterId id) {
        return db.selectFrom(CLUSTER).where(CLUSTER.ID.eq(id.value())).fetchOptional(ClusterStore::read);
    }

    /** A name in use by another is problem {@code cluster-name-taken}. */
    void insert(StoredCluster cluster) {
        var row = db.newRecord(CLUSTER);
        row.setId(cluster.id().value());
        row.setKind(cluster.kind().name());
        row.setPracticeShape(cluster.practiceShape());
        row.setRegisteredAt(time(cluster.registeredAt()));
        row.setRegisteredBy(cluster.registeredBy());
        write(row, cluster);
        named(cluster.name(), row::insert);
    }

    void update(StoredCluster cluster) {
        var row = db.fetchOptional(CLUSTER, CLUSTER.ID.eq(cluster.id().value()))
                .orElseThrow(() -> new ProblemException(Problem.of("cluster-unknown", cluster.id())));
        write(row, cluster);
        named(cluster.name(), row::update);
    }

    void delete(ClusterId id) {
        db.deleteFrom(CLUSTER).where(CLUSTER.ID.eq(id.value())).execute();
    }

    private static void write(ClusterRecord row, StoredCluster cluster) {
        row.setName(cluster.name());
        row.setServer(cluster.server().toString());
        row.setProvider(cluster.site().provider().name());
        row.setRegion(cluster.site().region());
        row.setZone(cluster.site().zone());
        row.setJurisdiction(cluster.site().jurisdiction());
        row.setVersion(cluster.version());
        row.setUsername(cluster.identity().username());
        row.setUserGroups(cluster.identity().groups().toArray(String[]::new));
        row.setClusterUid(cluster.uid());
        row.setSealedAccess(cluster.sealedAccess());
        var expires = cluster.credentialsExpireAt();
        row.setCredentialsExpireAt(expires == null ? null : time(expires));
    }

    private static void named(String name, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw new ProblemException(Problem.of("cluster-name-taken", name), e);
        }
    }

    private static StoredCluster read(ClusterRecord row) {
        return new StoredCluster(
                new ClusterId(row.getId()),
                row.getName(),
                RegisteredCluster.Kind.valueOf(row.getKind()),
                URI.create(row.getServer()),
                new Site(
                        Site.Provider.valueOf(row.getProvider()),
                        row.getRegion(),
                        row.getZone(),
                        row.getJurisdiction()),
                row.getVersion(),
                new Identity(row.getUsername(), List.of(row.getUserGroups())),
                row.getClusterUid(),
                row.getSealedAccess(),
                instant(row.getCredentialsExpireAt()),
                row.getPracticeShape(),
                row.getRegisteredAt().toInstant(),
                row.getRegisteredBy());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

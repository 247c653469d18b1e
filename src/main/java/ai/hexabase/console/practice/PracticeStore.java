package ai.hexabase.console.practice;

import static ai.hexabase.console.db.Tables.PRACTICE_CLUSTER;
import static ai.hexabase.console.db.Tables.PRACTICE_OBJECT;

import ai.hexabase.console.kube.ObjectRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Tables {@code practice_cluster} and {@code practice_object}; what is saved stays even if the caller rolls back. */
@Repository
class PracticeStore implements PracticeMemory {
    private final DSLContext db;

    PracticeStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Remembered> load(String cluster) {
        return db.selectFrom(PRACTICE_CLUSTER)
                .where(PRACTICE_CLUSTER.NAME.eq(cluster))
                .fetchOptional(row -> new Remembered(row.getVersion(), troubles(row.getTroubles()), objects(cluster)));
    }

    private List<ObjectNode> objects(String cluster) {
        return db.selectFrom(PRACTICE_OBJECT)
                .where(PRACTICE_OBJECT.CLUSTER.eq(cluster))
                .fetch(row -> (ObjectNode) Trees.JSON.readTree(row.getContent()));
    }

    private static Set<Trouble> troubles(String[] names) {
        var troubles = EnumSet.noneOf(Trouble.class);
        for (var name : names) {
            troubles.add(Trouble.valueOf(name));
        }
        return troubles;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void save(String cluster, Progress progress) {
        var troubles = progress.troubles().stream().map(Enum::name).toArray(String[]::new);
        db.insertInto(PRACTICE_CLUSTER)
                .set(PRACTICE_CLUSTER.NAME, cluster)
                .set(PRACTICE_CLUSTER.SITE, progress.site())
                .set(PRACTICE_CLUSTER.VERSION, progress.version())
                .set(PRACTICE_CLUSTER.TROUBLES, troubles)
                .onConflict(PRACTICE_CLUSTER.NAME)
                .doUpdate()
                .set(PRACTICE_CLUSTER.VERSION, progress.version())
                .set(PRACTICE_CLUSTER.TROUBLES, troubles)
                .execute();
        var changes = new ArrayList<Query>();
        progress.objects()
                .forEach((ref, object) -> changes.add(
                        object.map(content -> put(cluster, ref, content)).orElseGet(() -> remove(cluster, ref))));
        db.batch(changes).execute();
    }

    @Override
    public void forget(String cluster) {
        db.deleteFrom(PRACTICE_CLUSTER).where(PRACTICE_CLUSTER.NAME.eq(cluster)).execute();
    }

    private Query put(String cluster, ObjectRef ref, ObjectNode content) {
        var json = content.toString();
        return db.insertInto(PRACTICE_OBJECT)
                .set(PRACTICE_OBJECT.CLUSTER, cluster)
                .set(PRACTICE_OBJECT.KIND, kind(ref))
                .set(PRACTICE_OBJECT.NAMESPACE, namespace(ref))
                .set(PRACTICE_OBJECT.NAME, ref.name())
                .set(PRACTICE_OBJECT.CONTENT, json)
                .onConflict(
                        PRACTICE_OBJECT.CLUSTER, PRACTICE_OBJECT.KIND, PRACTICE_OBJECT.NAMESPACE, PRACTICE_OBJECT.NAME)
                .doUpdate()
                .set(PRACTICE_OBJECT.CONTENT, json);
    }

    private Query remove(String cluster, ObjectRef ref) {
        return db.deleteFrom(PRACTICE_OBJECT)
                .where(PRACTICE_OBJECT.CLUSTER.eq(cluster))
                .and(PRACTICE_OBJECT.KIND.eq(kind(ref)))
                .and(PRACTICE_OBJECT.NAMESPACE.eq(namespace(ref)))
                .and(PRACTICE_OBJECT.NAME.eq(ref.name()));
    }

    private static String kind(ObjectRef ref) {
        return ref.kind().plural()
                + (ref.kind().group().isEmpty() ? "" : "." + ref.kind().group());
    }

    private static String namespace(ObjectRef ref) {
        return ref.namespace() == null ? "" : ref.namespace();
    }
}

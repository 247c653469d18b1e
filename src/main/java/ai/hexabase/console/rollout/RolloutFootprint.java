package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT;
import static ai.hexabase.console.db.Tables.ROLLOUT_PLAN;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Footprint;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Reads from the last rollout on each cluster what an installation has left there. */
@Repository
class RolloutFootprint implements Footprint {
    private final DSLContext db;

    RolloutFootprint(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Trace> of(InstallationId installation) {
        return db
                .select(ROLLOUT.asterisk(), ROLLOUT_PLAN.REMOVAL, ROLLOUT_PLAN.CLUSTER_NAME)
                .distinctOn(ROLLOUT.CLUSTER_ID)
                .from(ROLLOUT)
                .join(ROLLOUT_PLAN)
                .on(ROLLOUT_PLAN.ID.eq(ROLLOUT.PLAN_ID))
                .where(ROLLOUT.INSTALLATION_ID.eq(installation.value()))
                .orderBy(ROLLOUT.CLUSTER_ID, ROLLOUT.NUMBER.desc())
                .fetch(RolloutFootprint::trace)
                .stream()
                .sorted(Comparator.comparing(Trace::since).reversed())
                .toList();
    }

    @Override
    public List<InstallationId> on(ClusterId cluster) {
        return db.selectDistinct(ROLLOUT.INSTALLATION_ID)
                .from(ROLLOUT)
                .where(ROLLOUT.CLUSTER_ID.eq(cluster.value()))
                .fetch(row -> new InstallationId(row.value1()));
    }

    private static Trace trace(Record row) {
        var removal = Columns.valueIfAny(row.get(ROLLOUT_PLAN.REMOVAL), Removal.class);
        var ended = row.get(ROLLOUT.ENDED_AT);
        var done = RolloutState.DONE.name().equals(row.get(ROLLOUT.STATE));
        var removed = removal != null && ended != null && done;
        var since = removed ? ended : row.get(ROLLOUT.STARTED_AT);
        var volumes = removal != null && done
                ? removal.volumesKept().stream()
                        .map(volume -> volume.claim().name() + " (" + volume.size() + ")")
                        .toList()
                : List.<String>of();
        return new Trace(
                new ClusterId(row.get(ROLLOUT.CLUSTER_ID)),
                row.get(ROLLOUT_PLAN.CLUSTER_NAME),
                removed,
                Objects.requireNonNull(since).toInstant(),
                volumes);
    }
}

package ai.hexabase.console.drift;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.rollout.Baselines;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Compares an installation with its cluster and keeps the answer. While a rollout is under way nothing is compared, and
 * what a comparison found while one began is thrown away.
 */
@Component
class Comparer {
    private final Baselines baselines;
    private final Rollouts rollouts;
    private final Clusters clusters;
    private final DriftStore store;
    private final DriftNews news;
    private final Clock clock;
    /** In one console one comparison of an installation at a time, so that no older view replaces a newer one. */
    private final Map<InstallationId, ReentrantLock> locks = new ConcurrentHashMap<>();

    Comparer(Baselines baselines, Rollouts rollouts, Clusters clusters, DriftStore store, DriftNews news, Clock clock) {
        this.baselines = baselines;
        this.rollouts = rollouts;
        this.clusters = clusters;
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    /** What can be compared with now; empty while a rollout is under way and before the first was finished. */
    Optional<Rollout> settled(InstallationId installation) {
        return rollouts.latest(installation)
                .filter(newest -> newest.state().isOver())
                .flatMap(newest -> baselines.of(installation));
    }

    /** What came of a complete comparison. */
    enum Outcome {
        COMPARED,
        /** A rollout began, or another was finished meanwhile. */
        OVERTAKEN,
        /** There was nothing to compare, or the cluster did not answer. */
        NOT_NOW
    }

    /** All objects. A cluster that does not answer the console's own probe is not even asked. */
    Outcome all(InstallationId installation) {
        return holding(
                installation,
                () -> settled(installation)
                        .filter(baseline -> isLive(baseline.cluster()))
                        .map(this::all)
                        .orElse(Outcome.NOT_NOW));
    }

    private Outcome all(Rollout baseline) {
        var id = baseline.installation();
        var answer = answer(baseline, () -> baselines.compare(baseline));
        answer.ifPresent(
                standings -> store.complete(id, baseline.id(), standings.size(), drifted(standings, now()), now()));
        news.changed(id);
        if (answer.isPresent()) {
            return Outcome.COMPARED;
        }
        return isStill(baseline) ? Outcome.NOT_NOW : Outcome.OVERTAKEN;
    }

    /** Some objects, soon after they changed. */
    void some(InstallationId installation, Collection<ObjectRef> objects) {
        holding(installation, () -> {
            settled(installation)
                    .filter(baseline -> isLive(baseline.cluster()))
                    .ifPresent(baseline -> some(baseline, objects));
            return objects;
        });
    }

    private void some(Rollout baseline, Collection<ObjectRef> objects) {
        var answer = answer(
                baseline,
                () -> objects.stream()
                        .flatMap(object -> baselines.compare(baseline, object).stream())
                        .toList());
        var keys = objects.stream().map(DriftedObject::keyOf).toList();
        answer.ifPresent(
                standings -> store.partly(baseline.installation(), baseline.id(), keys, drifted(standings, now())));
        news.changed(baseline.installation());
    }

    /** Empty when the cluster could not be compared, or a rollout began meanwhile. */
    private Optional<List<Standing>> answer(Rollout baseline, Supplier<List<Standing>> compare) {
        try {
            var standings = compare.get();
            return isStill(baseline) ? Optional.of(standings) : Optional.empty();
        } catch (ProblemException failed) {
            if (isStill(baseline)) {
                store.failed(baseline.installation(), failed.problem(), now());
            }
            return Optional.empty();
        }
    }

    private boolean isStill(Rollout baseline) {
        return settled(baseline.installation())
                .filter(now -> now.id().equals(baseline.id()))
                .isPresent();
    }

    private static List<DriftedObject> drifted(List<Standing> standings, Instant now) {
        return standings.stream()
                .flatMap(standing -> DriftReading.of(standing, now).stream())
                .toList();
    }

    private boolean isLive(ClusterId cluster) {
        try {
            return clusters.reachability(cluster).isLive();
        } catch (ProblemException gone) {
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T holding(InstallationId installation, Supplier<T> work) {
        var lock = locks.computeIfAbsent(installation, key -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

package ai.hexabase.console.drift;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.jobs.Jobs;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.Baselines;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.Rollouts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the clusters of all installations, so that a change is compared seconds later: what watches tell, what
 * rollouts end, and clusters that answer again. Nothing here makes a state fresh; that only a comparison does.
 */
@Component
class DriftWatches implements DisposableBean {
    /** An object is compared at most once in this time, however often it changes. */
    static final Duration SETTLE = Duration.ofSeconds(3);
    /** When more change at once, all are compared. */
    static final int MOST_SINGLE = 20;

    private static final Duration FOLLOW = Duration.ofSeconds(1);

    private final Baselines baselines;
    private final Clusters clusters;
    private final Comparer comparer;
    private final DriftNews news;
    private final Jobs jobs;
    private final Soon soon = new Soon();
    private final Map<ClusterId, ClusterWatches> watches = new ConcurrentHashMap<>();
    private final Map<ClusterId, Boolean> live = new ConcurrentHashMap<>();
    private final Map<InstallationId, Set<ObjectRef>> changed = new HashMap<>();
    private volatile Map<InstallationId, Rollout> followed = Map.of();
    private volatile Map<ClusterId, Set<ListQuery>> wanted = Map.of();
    private final Map<RolloutId, Set<ListQuery>> queries = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions;

    DriftWatches(
            Baselines baselines, Rollouts rollouts, Clusters clusters, Comparer comparer, DriftNews news, Jobs jobs) {
        this.baselines = baselines;
        this.clusters = clusters;
        this.comparer = comparer;
        this.news = news;
        this.jobs = jobs;
        this.subscriptions = List.of(rollouts.subscribe(this::followSoon), clusters.subscribe(this::probed));
    }

    @EventListener(ApplicationReadyEvent.class)
    void followSoon() {
        soon.run("follow", FOLLOW, this::follow);
    }

    private synchronized void follow() {
        var before = followed;
        followed = settled();
        followed.forEach((id, rollout) -> {
            if (!isSame(before.get(id), rollout)) {
                compareAll(id);
                news.changed(id);
            }
        });
        before.keySet().stream().filter(id -> !followed.containsKey(id)).forEach(news::changed);
        queries.keySet().retainAll(followed.values().stream().map(Rollout::id).toList());
        wanted = wanted(followed.values());
        var concerned = new HashSet<>(watches.keySet());
        concerned.addAll(wanted.keySet());
        // each on its own: a cluster that hangs must not hold up the others
        concerned.forEach(cluster -> soon.run(cluster, Duration.ZERO, () -> watch(cluster)));
    }

    private static boolean isSame(@Nullable Rollout known, Rollout now) {
        return known != null && known.id().equals(now.id());
    }

    private Map<InstallationId, Rollout> settled() {
        var settled = new HashMap<InstallationId, Rollout>();
        for (var id : baselines.installations()) {
            comparer.settled(id).ifPresent(rollout -> settled.put(id, rollout));
        }
        return Map.copyOf(settled);
    }

    private Map<ClusterId, Set<ListQuery>> wanted(Collection<Rollout> rollouts) {
        var all = new HashMap<ClusterId, Set<ListQuery>>();
        rollouts.forEach(rollout ->
                all.computeIfAbsent(rollout.cluster(), key -> new HashSet<>()).addAll(queries(rollout)));
        return Map.copyOf(all);
    }

    private Set<ListQuery> queries(Rollout rollout) {
        return queries.computeIfAbsent(rollout.id(), key -> baselines.watched(rollout));
    }

    private void watch(ClusterId cluster) {
        var queries = wanted.getOrDefault(cluster, Set.of());
        if (queries.isEmpty()) {
            var unused = watches.remove(cluster);
            if (unused != null) {
                unused.close();
            }
        } else if (isLive(cluster)) {
            try {
                watches.computeIfAbsent(cluster, key -> new ClusterWatches(this::changed))
                        .follow(clusters.connection(cluster), queries);
            } catch (ProblemException away) {
                // followed as soon as it is seen to answer again
                live.remove(cluster);
            }
        }
    }

    /** After each probe of a cluster, and when its credentials changed. */
    private void probed(ClusterId cluster) {
        var now = isLive(cluster);
        var before = live.put(cluster, now);
        if (before == null || before != now) {
            of(cluster).forEach(news::changed);
            if (now) {
                of(cluster).forEach(this::compareAll);
                followSoon();
            }
        } else if (now && isReopened(cluster)) {
            followSoon();
        }
    }

    private boolean isReopened(ClusterId cluster) {
        var known = watches.get(cluster);
        try {
            return known != null && !known.isBy(clusters.connection(cluster));
        } catch (ProblemException gone) {
            return false;
        }
    }

    private boolean isLive(ClusterId cluster) {
        try {
            return clusters.reachability(cluster).isLive();
        } catch (ProblemException gone) {
            return false;
        }
    }

    private List<InstallationId> of(ClusterId cluster) {
        return followed.entrySet().stream()
                .filter(entry -> entry.getValue().cluster().equals(cluster))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By whichever console is free; the regular comparison starts from then again. */
    void compareAll(InstallationId installation) {
        jobs.wake(DriftWork.NAME, installation.toString());
    }

    private void changed(InstallationId installation, ObjectRef ref) {
        if (!followed.containsKey(installation)) {
            return;
        }
        synchronized (changed) {
            changed.computeIfAbsent(installation, key -> new HashSet<>()).add(ref);
        }
        soon.run(installation, SETTLE, () -> compare(installation));
    }

    private void compare(InstallationId installation) {
        Set<ObjectRef> objects;
        synchronized (changed) {
            objects = changed.remove(installation);
        }
        if (objects == null) {
            return;
        }
        if (objects.size() > MOST_SINGLE) {
            compareAll(installation);
        } else {
            comparer.some(installation, objects);
        }
    }

    /** Kinds on this cluster that the credentials may not watch. */
    Set<ResourceKind> refused(ClusterId cluster) {
        var known = watches.get(cluster);
        return known == null ? Set.of() : known.refused();
    }

    @Override
    public void destroy() {
        subscriptions.forEach(Subscription::close);
        soon.close();
        watches.values().forEach(ClusterWatches::close);
    }
}

package ai.hexabase.console.rollout;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whoever looks at a rollout that it changed, in this console or another. */
@Component
class RolloutNews implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutNews.class);
    private final Map<RolloutId, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    RolloutNews(Changes changes) {
        changes.subscribe("rollout", this);
    }

    Subscription subscribe(RolloutId id, Runnable listener) {
        listeners.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(id, (key, list) -> {
            list.remove(listener);
            return list.isEmpty() ? null : list;
        });
    }

    Subscription subscribe(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    @Override
    public void changed(UUID id) {
        changed(new RolloutId(id));
    }

    @Override
    public void anything() {
        listeners.values().forEach(some -> some.forEach(RolloutNews::tell));
        all.forEach(RolloutNews::tell);
    }

    void changed(RolloutId id) {
        listeners.getOrDefault(id, List.of()).forEach(RolloutNews::tell);
        all.forEach(RolloutNews::tell);
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException broken) {
            LOG.warn("A listener of rollouts failed", broken);
        }
    }
}

package ai.hexabase.console.drift;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whoever looks that an installation's drift has news: found here, by another console, or by the clock. */
@Component
class DriftNews implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(DriftNews.class);

    private final List<Consumer<InstallationId>> listeners = new CopyOnWriteArrayList<>();
    private final DriftStore store;
    private final IgnoredStore ignores;
    private final Clock clock;
    private volatile Map<InstallationId, String> known = Map.of();

    DriftNews(Changes changes, DriftStore store, IgnoredStore ignores, Clock clock) {
        this.store = store;
        this.ignores = ignores;
        this.clock = clock;
        changes.subscribe("drift", this);
    }

    Subscription subscribe(Consumer<InstallationId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(InstallationId installation) {
        listeners.forEach(listener -> tell(listener, installation));
    }

    @Override
    public void changed(UUID id) {
        changed(new InstallationId(id));
    }

    /** What could not be heard, and ignores that ended by themselves. */
    @Override
    public void anything() {
        if (listeners.isEmpty()) {
            return;
        }
        var before = known;
        var inForce = ignores.inForce(clock.instant());
        var now = store.versions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue() + "/" + inForce.getOrDefault(entry.getKey(), 0)));
        known = now;
        now.forEach((installation, mark) -> {
            if (!mark.equals(before.get(installation))) {
                changed(installation);
            }
        });
    }

    private static void tell(Consumer<InstallationId> listener, InstallationId installation) {
        try {
            listener.accept(installation);
        } catch (RuntimeException broken) {
            LOG.warn("A listener of drift failed", broken);
        }
    }
}

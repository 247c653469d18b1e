package ai.hexabase.console.installation;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Tells whoever looks at installations that one was made, changed or removed, in this console or another. */
@Component
class InstallationNews implements ChangeListener {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    InstallationNews(Changes changes) {
        changes.subscribe("installation", this);
    }

    Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void changed(UUID id) {
        anything();
    }

    @Override
    public void anything() {
        listeners.forEach(Runnable::run);
    }
}

package ai.hexabase.console.news;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The changes that any console made in the database they share, by topic; a table announces itself through a trigger
 * with {@code announce_change(topic, column of the id)}. What could not be heard is made up for by
 * {@link ChangeListener#anything()}, which also comes twice a minute.
 */
@Component
public class Changes implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private final Ear ear;
    private final Clock clock;
    private final Map<String, List<ChangeListener>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> hearing = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant deafSince;

    public Changes(DataSource database, Clock clock) {
        this.clock = clock;
        this.ear = new Ear(database, new Heard());
    }

    /** A running subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ear.start();
    }

    /** Tells of changes of this topic, made by this console or another, until closed. */
    public Subscription subscribe(String topic, ChangeListener listener) {
        var ofTopic = listeners.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>());
        ofTopic.add(listener);
        return () -> ofTopic.remove(listener);
    }

    /** Since when the database has not answered; empty while it does. */
    public Optional<Instant> databaseAwaySince() {
        return Optional.ofNullable(deafSince);
    }

    /** Tells, on any thread, when {@link #databaseAwaySince()} has another answer, until closed. */
    public Subscription subscribeToDatabase(Runnable listener) {
        hearing.add(listener);
        return () -> hearing.remove(listener);
    }

    private void each(List<ChangeListener> those, Consumer<ChangeListener> news) {
        those.forEach(listener -> quietly(() -> news.accept(listener)));
    }

    private static void quietly(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException broken) {
            log.warn("A listener of changes failed", broken);
        }
    }

    private final class Heard implements Ear.Listener {
        @Override
        public void changed(String topic, UUID id) {
            each(listeners.getOrDefault(topic, List.of()), listener -> listener.changed(id));
        }

        @Override
        public void anything() {
            listeners.values().forEach(those -> each(those, ChangeListener::anything));
        }

        @Override
        public void hears(boolean hears) {
            deafSince = hears ? null : clock.instant();
            hearing.forEach(Changes::quietly);
        }
    }

    @Override
    public void destroy() {
        ear.close();
    }
}

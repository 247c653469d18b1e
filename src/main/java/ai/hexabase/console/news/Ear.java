package ai.hexabase.console.news;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to PostgreSQL's notifications on one connection kept for it.
 *
 * <ol>
 *   <li>connect and listen; anything may have changed before
 *   <li>pass on what is heard; after a quiet while ask whether the server is still there
 *   <li>when the connection is lost, say so and begin again
 * </ol>
 */
final class Ear implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ear.class);
    private static final String CHANNEL = "console_changes";
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration REGULAR_LOOK = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ANSWER_SECONDS = 3;

    /** What comes of listening; always on the ear's own thread. */
    interface Listener {
        void changed(String topic, UUID id);

        void anything();

        /** False when the connection is lost, true when it stands again. */
        void hears(boolean hears);
    }

    private final DataSource database;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("changes").unstarted(this::run);
    private boolean heard = true;
    private long lastLook;
    private volatile @Nullable Connection open;

    Ear(DataSource database, Listener listener) {
        this.database = database;
        this.listener = listener;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isClosedWithin(Duration.ZERO)) {
            try {
                listenTo(database.unwrap(HikariDataSource.class));
            } catch (SQLException | RuntimeException lost) {
                lost(lost);
            } finally {
                open = null;
            }
        }
    }

    private void listenTo(HikariDataSource pool) throws SQLException {
        try {
            listen(pool);
        } catch (SQLException | RuntimeException ended) {
            var another = database.unwrap(HikariDataSource.class) != pool;
            if (!another) {
                throw ended;
            }
            log.info("The database is another one now; listening there");
        }
    }

    private void lost(Exception why) {
        if (isClosedWithin(Duration.ZERO)) {
            return;
        }
        if (heard) {
            log.warn("The database is not heard any more, trying again: {}", why.toString());
        }
        hears(false);
        isClosedWithin(PAUSE);
    }

    /** The database may be another one when this ends. */
    private void listen(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection()) {
            open = connection;
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            hears(true);
            look();
            try {
                passOn(connection);
            } finally {
                // Not for others: the pool would hand it out, still listening.
                pool.evictConnection(connection);
            }
        }
    }

    private void passOn(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (!isClosedWithin(Duration.ZERO)) {
            var notifications = postgres.getNotifications((int) QUIET.toMillis());
            if (notifications != null && notifications.length > 0) {
                for (var notification : notifications) {
                    tell(notification);
                }
            } else if (!connection.isValid(ANSWER_SECONDS)) {
                throw new SQLException("The database does not answer");
            }
            if (System.nanoTime() - lastLook > REGULAR_LOOK.toNanos()) {
                look();
            }
        }
    }

    private void look() {
        lastLook = System.nanoTime();
        listener.anything();
    }

    private void hears(boolean hears) {
        if (hears != heard) {
            heard = hears;
            listener.hears(hears);
        }
    }

    private void tell(PGNotification notification) {
        var words = notification.getParameter().split(" ", 2);
        if (words.length == 2) {
            id(words[1]).ifPresent(id -> listener.changed(words[0], id));
        }
    }

    /** Whoever may connect may notify; what is no id is not for us. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        var listening = open;
        if (listening != null) {
            abort(listening);
        }
        thread.interrupt();
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            log.debug("The listening connection was gone already", gone);
        }
    }
}

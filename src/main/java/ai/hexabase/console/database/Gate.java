package ai.hexabase.console.database;

import ai.hexabase.console.common.DatabaseTrouble;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets everybody through to the database, or makes them wait while it is moved. */
final class Gate {
    private final Duration patience;
    private volatile @Nullable CountDownLatch shut;

    /** @param patience how long somebody waits before being told that it takes longer */
    Gate(Duration patience) {
        this.patience = patience;
    }

    synchronized void shut() {
        if (shut == null) {
            shut = new CountDownLatch(1);
        }
    }

    synchronized void open() {
        var waitedFor = shut;
        shut = null;
        if (waitedFor != null) {
            waitedFor.countDown();
        }
    }

    void pass() throws SQLException {
        var opening = shut;
        try {
            if (opening != null && !opening.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "The console’s data are being moved to another database", DatabaseTrouble.MOVING);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while the database is moved", ended);
        }
    }
}

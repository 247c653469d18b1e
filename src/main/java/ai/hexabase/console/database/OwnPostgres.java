package ai.hexabase.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's own PostgreSQL server; when it dies under the running console, it is started again where it was. */
final class OwnPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    private static final int ANY_PORT = 0;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Starts the server on a port; 0 takes a free one. */
    @FunctionalInterface
    interface Start {
        EmbeddedPostgres on(int port) throws IOException;
    }

    private final Postmaster postmaster;
    private final Start start;
    private final CountDownLatch closing = new CountDownLatch(1);
    private EmbeddedPostgres server;

    private OwnPostgres(Postmaster postmaster, Start start) throws IOException {
        this.postmaster = postmaster;
        this.start = start;
        server = start.on(ANY_PORT);
        watch();
    }

    static OwnPostgres start(Path dataDirectory, Start start) throws IOException {
        var postmaster = Postmaster.of(dataDirectory);
        postmaster.stop();
        return new OwnPostgres(postmaster, start);
    }

    synchronized int port() {
        return server.getPort();
    }

    private void watch() throws IOException {
        var process = postmaster.process().orElseThrow(() -> new IOException("PostgreSQL ended while starting"));
        process.onExit()
                .thenRunAsync(
                        this::revive,
                        work -> Thread.ofVirtual().name("postgres-keeper").start(work));
    }

    private void revive() {
        var pause = Duration.ZERO;
        while (!isClosedWithin(pause) && !startAgain()) {
            pause = PAUSE;
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** @return false when it should be tried again */
    private synchronized boolean startAgain() {
        if (closing.getCount() == 0) {
            return true;
        }
        LOG.warn("The console's PostgreSQL server ended unexpectedly; starting it again");
        try {
            server.close();
            server = start.on(server.getPort());
            watch();
            LOG.info("The console's PostgreSQL server is back on port {}", server.getPort());
            return true;
        } catch (IOException | RuntimeException failed) {
            LOG.error("PostgreSQL does not start, see postgres.log in the data directory; trying again", failed);
            return false;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}

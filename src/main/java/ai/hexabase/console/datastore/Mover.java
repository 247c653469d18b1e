package ai.hexabase.console.datastore;

import ai.hexabase.console.audit.Chain;
import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.MoveListener;
import ai.hexabase.console.database.Moved;
import ai.hexabase.console.database.Relocation;
import ai.hexabase.console.jobs.JobPause;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one move at a time and tells how it stands; needs no database for that. */
@Component
class Mover {
    private static final Logger log = LoggerFactory.getLogger(Mover.class);
    private static final Duration JOBS_PATIENCE = Duration.ofSeconds(60);

    private final Relocation relocation;
    private final JobPause jobs;
    private final Chain chain;
    private final Listeners listeners = new Listeners();
    private final Clock clock;
    private volatile @Nullable MoveState state;

    Mover(Relocation relocation, JobPause jobs, Chain chain, Clock clock) {
        this.relocation = relocation;
        this.jobs = jobs;
        this.chain = chain;
        this.clock = clock;
    }

    Optional<MoveState> state() {
        return Optional.ofNullable(state);
    }

    AutoCloseable listen(Runnable listener) {
        return listeners.add(listener);
    }

    /** False when one is going on already. */
    synchronized boolean begin(ExternalDatabase external) {
        var now = state;
        if (now != null && now.isRunning()) {
            return false;
        }
        state = MoveState.begun(external.address(), clock.instant());
        listeners.tell();
        return true;
    }

    /**
     * Returns when the move is over, one way or the other.
     *
     * @param record puts on record in the new database that it took over, with the rows by table
     * @param recordFailure puts on record in the old one that nothing came of it
     */
    void run(
            ExternalDatabase external,
            BiConsumer<DataSource, Map<String, Long>> record,
            Consumer<Problem> recordFailure) {
        try {
            var moved = move(external, record);
            change(now -> now.done(moved, clock.instant()));
        } catch (ProblemException | SQLException | IOException failed) {
            giveUp(failed, problem(failed, external), recordFailure);
        } catch (RuntimeException | Error bug) {
            giveUp(bug, Problem.of("database-move-failed").saying(bug.toString()), recordFailure);
        }
    }

    private Moved move(ExternalDatabase external, BiConsumer<DataSource, Map<String, Long>> record)
            throws SQLException, IOException {
        if (!jobs.begin(JOBS_PATIENCE)) {
            throw new ProblemException(Problem.of("database-jobs-busy"));
        }
        try {
            return relocation.move(external, new Progress(), (next, rows) -> {
                requireWholeRecord(next);
                record.accept(next, rows);
            });
        } finally {
            jobs.end();
        }
    }

    private void requireWholeRecord(DataSource next) {
        var broken = chain.verify(next).problem();
        if (broken != null) {
            throw new ProblemException(broken);
        }
    }

    private void giveUp(Throwable cause, Problem problem, Consumer<Problem> record) {
        log.warn("The move to another database was given up; the console works with the one it had", cause);
        try {
            record.accept(problem);
        } catch (RuntimeException away) {
            log.warn("That the move was given up could not be put on record", away);
        }
        change(now -> now.failed(problem, clock.instant()));
    }

    private static Problem problem(Exception failed, ExternalDatabase external) {
        if (failed instanceof ProblemException known) {
            return known.problem();
        }
        return DatabaseTrouble.in(failed).isPresent()
                ? Problem.of("database-move-broken-off", external.address()).saying(failed.getMessage())
                : Problem.of("database-move-failed").saying(failed.toString());
    }

    private synchronized void change(UnaryOperator<MoveState> change) {
        var now = state;
        if (now != null) {
            state = change.apply(now);
            listeners.tell();
        }
    }

    private final class Progress implements MoveListener {
        @Override
        public void phase(Phase phase) {
            change(now -> now.in(phase));
        }

        @Override
        public void table(String name, int number, int of, long rows) {
            change(now -> now.at(name, number, of, rows));
        }
    }
}

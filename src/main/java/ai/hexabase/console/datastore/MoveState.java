package ai.hexabase.console.datastore;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.database.MoveListener.Phase;
import ai.hexabase.console.database.Moved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move as it stands.
 *
 * @param to address of the new database
 * @param table the one that is worked on, empty when none is
 * @param number its place among all
 * @param rows of it that are done
 * @param endedAt null while it goes on
 * @param problem why it was given up
 * @param moved what it did, when it ended well
 */
public record MoveState(
        String to,
        Phase phase,
        String table,
        int number,
        int of,
        long rows,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Problem problem,
        @Nullable Moved moved) {
    static MoveState begun(String to, Instant at) {
        return new MoveState(to, Phase.PREPARING, "", 0, 0, 0, at, null, null, null);
    }

    public boolean isRunning() {
        return endedAt == null;
    }

    MoveState in(Phase next) {
        return new MoveState(to, next, "", 0, 0, 0, startedAt, null, null, null);
    }

    MoveState at(String name, int place, int all, long done) {
        return new MoveState(to, phase, name, place, all, done, startedAt, null, null, null);
    }

    MoveState failed(Problem why, Instant at) {
        return new MoveState(to, phase, table, number, of, rows, startedAt, at, why, null);
    }

    MoveState done(Moved what, Instant at) {
        return new MoveState(to, Phase.SWITCHING, "", of, of, 0, startedAt, at, null, what);
    }
}

package ai.hexabase.console.terminal;

import static ai.hexabase.console.db.Tables.TERMINAL_SESSION;

import ai.hexabase.console.db.tables.records.TerminalSessionRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code terminal_session}. */
@Repository
class TerminalStore {
    private final DSLContext db;

    TerminalStore(DSLContext db) {
        this.db = db;
    }

    void begin(UUID id, String person, String clusterName, TerminalWish wish, Instant at) {
        var row = db.newRecord(TERMINAL_SESSION);
        row.setId(id);
        row.setOpenedBy(person);
        row.setClusterId(wish.cluster().value());
        row.setClusterName(clusterName);
        row.setNamespace(wish.namespace());
        row.setPod(wish.pod());
        row.setContainer(wish.container());
        row.setCommand(wish.command().toArray(String[]::new));
        row.setReason(wish.reason());
        row.setStartedAt(time(at));
        row.setSeenAt(time(at));
        row.insert();
    }

    /** Notes that it goes on. */
    void seen(UUID id, Instant at, long bytesIn, long bytesOut) {
        db.update(TERMINAL_SESSION)
                .set(TERMINAL_SESSION.SEEN_AT, time(at))
                .set(TERMINAL_SESSION.BYTES_IN, bytesIn)
                .set(TERMINAL_SESSION.BYTES_OUT, bytesOut)
                .where(TERMINAL_SESSION.ID.eq(id).and(TERMINAL_SESSION.ENDED_AT.isNull()))
                .execute();
    }

    /** Notes the end, once. */
    void end(UUID id, Instant at, TerminalEnd end, long bytesIn, long bytesOut) {
        db.update(TERMINAL_SESSION)
                .set(TERMINAL_SESSION.SEEN_AT, time(at))
                .set(TERMINAL_SESSION.ENDED_AT, time(at))
                .set(TERMINAL_SESSION.END_KIND, end.kind().name())
                .set(TERMINAL_SESSION.EXIT_CODE, end.exitCode())
                .set(TERMINAL_SESSION.END_WORDS, end.words())
                .set(TERMINAL_SESSION.BYTES_IN, bytesIn)
                .set(TERMINAL_SESSION.BYTES_OUT, bytesOut)
                .where(TERMINAL_SESSION.ID.eq(id).and(TERMINAL_SESSION.ENDED_AT.isNull()))
                .execute();
    }

    /** Newest first. */
    List<TerminalSession> list(int offset, int limit) {
        return db.selectFrom(TERMINAL_SESSION)
                .orderBy(TERMINAL_SESSION.STARTED_AT.desc(), TERMINAL_SESSION.ID)
                .offset(offset)
                .limit(limit)
                .fetch(TerminalStore::read);
    }

    int count() {
        return db.fetchCount(TERMINAL_SESSION);
    }

    private static TerminalSession read(TerminalSessionRecord row) {
        return new TerminalSession(
                row.getId(),
                row.getOpenedBy(),
                row.getClusterName(),
                row.getNamespace(),
                row.getPod(),
                row.getContainer(),
                List.of(row.getCommand()),
                row.getReason(),
                row.getStartedAt().toInstant(),
                row.getSeenAt().toInstant(),
                instant(row.getEndedAt()),
                end(row),
                row.getBytesIn(),
                row.getBytesOut());
    }

    private static @Nullable TerminalEnd end(TerminalSessionRecord row) {
        var kind = row.getEndKind();
        return kind == null
                ? null
                : new TerminalEnd(TerminalEnd.Kind.valueOf(kind), row.getExitCode(), row.getEndWords());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

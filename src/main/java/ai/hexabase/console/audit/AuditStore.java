package ai.hexabase.console.audit;

import static ai.hexabase.console.db.Tables.AUDIT_ENTRY;

import ai.hexabase.console.db.tables.records.AuditEntryRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code audit_entry}. */
@Repository
class AuditStore {
    private static final int AT_ONCE = 1000;

    private final DSLContext db;

    AuditStore(DSLContext db) {
        this.db = db;
    }

    /** The database ties it to the end of the chain. */
    void append(String record) {
        db.insertInto(AUDIT_ENTRY).set(AUDIT_ENTRY.RECORD, record).execute();
    }

    /** Newest first. */
    List<Entry> find(EntryQuery query, int offset, int limit) {
        return db.selectFrom(AUDIT_ENTRY)
                .where(matching(query))
                .orderBy(AUDIT_ENTRY.SEQ.desc())
                .offset(offset)
                .limit(limit)
                .fetch(AuditStore::read);
    }

    int count(EntryQuery query) {
        return db.fetchCount(AUDIT_ENTRY, matching(query));
    }

    Optional<Entry> find(long seq) {
        return db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.SEQ.eq(seq)).fetchOptional(AuditStore::read);
    }

    /** Goes from one kind to the next by the index instead of reading every row. */
    List<String> kinds() {
        return db.fetch("""
                        with recursive known as (
                            (select kind from audit_entry order by kind limit 1)
                            union all
                            select (select kind from audit_entry where kind > known.kind order by kind limit 1)
                            from known where known.kind is not null)
                        select kind from known where kind is not null""").getValues(AUDIT_ENTRY.KIND);
    }

    /** All rows of the chain in order, as they stand; in a transaction because only that lets rows be read bit by bit. */
    @Transactional(readOnly = true)
    public void each(EntryQuery query, Consumer<Link> reader) {
        try (var rows = db.selectFrom(AUDIT_ENTRY)
                .where(matching(query))
                .orderBy(AUDIT_ENTRY.SEQ)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row ->
                    reader.accept(new Link(row.getSeq(), row.getPreviousHash(), row.getHash(), row.getRecord())));
        }
    }

    /** What follows that place in the chain, some at a time. */
    List<Link> after(long seq, int limit) {
        return db.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SEQ.gt(seq))
                .orderBy(AUDIT_ENTRY.SEQ)
                .limit(limit)
                .fetch(row -> new Link(row.getSeq(), row.getPreviousHash(), row.getHash(), row.getRecord()));
    }

    Optional<Link> last() {
        return outermost(AUDIT_ENTRY.SEQ.desc());
    }

    /** Of those that were not removed. */
    Optional<Link> first() {
        return outermost(AUDIT_ENTRY.SEQ.asc());
    }

    private Optional<Link> outermost(SortField<Long> order) {
        return db.selectFrom(AUDIT_ENTRY)
                .orderBy(order)
                .limit(1)
                .fetchOptional(row -> new Link(row.getSeq(), row.getPreviousHash(), row.getHash(), row.getRecord()));
    }

    /** The first place in the chain of what is not from before that time. */
    Optional<Long> firstSince(String time) {
        return Optional.ofNullable(db.select(DSL.min(AUDIT_ENTRY.SEQ))
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.AT.ge(time))
                .fetchOne(0, Long.class));
    }

    private static Condition matching(EntryQuery query) {
        var condition = DSL.noCondition();
        if (query.person() != null) {
            condition = condition.and(
                    DSL.lower(AUDIT_ENTRY.PERSON).eq(query.person().toLowerCase(Locale.ROOT)));
        }
        if (query.kind() != null) {
            condition = condition.and(
                    AUDIT_ENTRY.KIND.eq(query.kind()).or(AUDIT_ENTRY.KIND.startsWith(query.kind() + ".")));
        }
        if (query.result() != null) {
            condition = condition.and(AUDIT_ENTRY.RESULT.eq(query.result().name()));
        }
        if (query.from() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.ge(RecordText.time(query.from())));
        }
        if (query.until() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.lt(RecordText.time(query.until())));
        }
        if (query.objectType() != null) {
            condition = condition.and(AUDIT_ENTRY.OBJECT_TYPE.eq(query.objectType()));
        }
        if (query.objectId() != null) {
            condition = condition.and(AUDIT_ENTRY.OBJECT_ID.eq(query.objectId()));
        }
        return query.words() == null ? condition : condition.and(AUDIT_ENTRY.RECORD.containsIgnoreCase(query.words()));
    }

    private static Entry read(AuditEntryRecord row) {
        return RecordText.read(row.getSeq(), row.getRecord(), row.getPreviousHash(), row.getHash());
    }
}

package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.PERSON_SESSION;

import ai.hexabase.console.db.tables.records.PersonSessionRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code person_session}. */
@Repository
class SessionStore {
    private final DSLContext db;

    SessionStore(DSLContext db) {
        this.db = db;
    }

    void insert(PersonSession session) {
        db.insertInto(PERSON_SESSION)
                .set(PERSON_SESSION.ID, session.id())
                .set(PERSON_SESSION.ACCOUNT, session.account())
                .set(PERSON_SESSION.PROVIDER, session.provider())
                .set(PERSON_SESSION.SUBJECT, session.subject())
                .set(PERSON_SESSION.PROVIDER_SESSION, session.providerSession())
                .set(PERSON_SESSION.ADDRESS, session.address())
                .set(PERSON_SESSION.AGENT, session.agent())
                .set(PERSON_SESSION.SIGNED_IN_AT, at(session.signedInAt()))
                .set(PERSON_SESSION.SEEN_AT, at(session.seenAt()))
                .execute();
    }

    void seen(UUID id, Instant when) {
        db.update(PERSON_SESSION)
                .set(PERSON_SESSION.SEEN_AT, at(when))
                .where(PERSON_SESSION.ID.eq(id))
                .execute();
    }

    /** False when it was over already. */
    boolean end(UUID id, SessionEnd how, Instant when) {
        return !end(PERSON_SESSION.ID.eq(id), how, when).isEmpty();
    }

    /**
     * What a provider's logout names: a session of its own, or all of a person.
     *
     * @return those that were open
     */
    List<PersonSession> endOfProvider(
            String provider, @Nullable String session, @Nullable String subject, Instant when) {
        var named = PERSON_SESSION.PROVIDER.eq(provider);
        if (session != null) {
            named = named.and(PERSON_SESSION.PROVIDER_SESSION.eq(session));
        }
        if (subject != null) {
            named = named.and(PERSON_SESSION.SUBJECT.eq(subject));
        }
        return end(named, SessionEnd.PROVIDER, when);
    }

    /** All of a person but one. */
    List<PersonSession> endOthers(String provider, String subject, UUID but, Instant when) {
        return end(
                PERSON_SESSION
                        .PROVIDER
                        .eq(provider)
                        .and(PERSON_SESSION.SUBJECT.eq(subject))
                        .and(PERSON_SESSION.ID.ne(but)),
                SessionEnd.ENDED_ELSEWHERE,
                when);
    }

    /** All of a person. */
    List<PersonSession> endAll(String provider, String subject, SessionEnd how, Instant when) {
        return end(PERSON_SESSION.PROVIDER.eq(provider).and(PERSON_SESSION.SUBJECT.eq(subject)), how, when);
    }

    private List<PersonSession> end(Condition which, SessionEnd how, Instant when) {
        return db.update(PERSON_SESSION)
                .set(PERSON_SESSION.ENDED_AT, at(when))
                .set(PERSON_SESSION.ENDED_BY, how.name())
                .where(which.and(PERSON_SESSION.ENDED_AT.isNull()))
                .returning()
                .fetch(SessionStore::read);
    }

    /** Which of these are over, wherever that was decided. */
    List<UUID> over(Collection<UUID> ids) {
        return db.select(PERSON_SESSION.ID)
                .from(PERSON_SESSION)
                .where(PERSON_SESSION.ID.in(ids).and(PERSON_SESSION.ENDED_AT.isNotNull()))
                .fetch(PERSON_SESSION.ID);
    }

    /** The newest of a person. */
    List<PersonSession> of(String provider, String subject, int limit) {
        return db.selectFrom(PERSON_SESSION)
                .where(PERSON_SESSION.PROVIDER.eq(provider).and(PERSON_SESSION.SUBJECT.eq(subject)))
                .orderBy(PERSON_SESSION.SIGNED_IN_AT.desc())
                .limit(limit)
                .fetch(SessionStore::read);
    }

    /** Those that a provider vouched for since then, newest first. */
    List<PersonSession> since(String provider, Instant when) {
        return db.selectFrom(PERSON_SESSION)
                .where(PERSON_SESSION.PROVIDER.eq(provider).and(PERSON_SESSION.SIGNED_IN_AT.ge(at(when))))
                .orderBy(PERSON_SESSION.SIGNED_IN_AT.desc())
                .fetch(SessionStore::read);
    }

    private static PersonSession read(PersonSessionRecord row) {
        var ended = row.getEndedAt();
        var by = row.getEndedBy();
        return new PersonSession(
                row.getId(),
                row.getAccount(),
                row.getProvider(),
                row.getSubject(),
                row.getProviderSession(),
                row.getAddress(),
                row.getAgent(),
                row.getSignedInAt().toInstant(),
                row.getSeenAt().toInstant(),
                ended == null ? null : ended.toInstant(),
                by == null ? null : SessionEnd.valueOf(by));
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}

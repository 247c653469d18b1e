package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.PERSON_PREFERENCE;

import ai.hexabase.console.uikit.Preference;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code person_preference}. */
@Repository
class PreferenceStore {
    private final DSLContext db;
    private final Clock clock;

    PreferenceStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<Preference, String> of(Person person) {
        var found = new EnumMap<Preference, String>(Preference.class);
        db.selectFrom(PERSON_PREFERENCE)
                .where(PERSON_PREFERENCE.PROVIDER.eq(person.provider()), PERSON_PREFERENCE.SUBJECT.eq(person.subject()))
                .forEach(row -> found.put(Preference.valueOf(row.getName()), row.getValue()));
        return found;
    }

    void keep(Person person, Preference what, String value) {
        var now = OffsetDateTime.now(clock);
        db.insertInto(PERSON_PREFERENCE)
                .set(PERSON_PREFERENCE.PROVIDER, person.provider())
                .set(PERSON_PREFERENCE.SUBJECT, person.subject())
                .set(PERSON_PREFERENCE.NAME, what.name())
                .set(PERSON_PREFERENCE.VALUE, value)
                .set(PERSON_PREFERENCE.CHANGED_AT, now)
                .onConflict(PERSON_PREFERENCE.PROVIDER, PERSON_PREFERENCE.SUBJECT, PERSON_PREFERENCE.NAME)
                .doUpdate()
                .set(PERSON_PREFERENCE.VALUE, value)
                .set(PERSON_PREFERENCE.CHANGED_AT, now)
                .execute();
    }
}

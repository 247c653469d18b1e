package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.stereotype.Service;

/** Signs where the chain stands from time to time, and checks all of it. */
@Service
public class Chain {
    private final AuditStore store;
    private final CheckpointStore checkpoints;
    private final SigningKeys keys;
    private final ChainReader reader;
    private final ActingPerson person;
    private final Clock clock;

    Chain(
            AuditStore store,
            CheckpointStore checkpoints,
            SigningKeys keys,
            ChainReader reader,
            ActingPerson person,
            Clock clock) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.reader = reader;
        this.person = person;
        this.clock = clock;
    }

    /** Signs the end of the chain; does nothing when that is signed already. */
    void checkpoint() {
        store.last()
                .filter(last -> last.seq() > checkpoints.lastSeq().orElse(0L))
                .ifPresent(last ->
                        checkpoints.insert(keys.sign(last.seq(), last.hash(), RecordText.time(clock.instant()))));
    }

    /** The same of another database than the one in use. */
    public ChainReport verify(DataSource database) {
        person.require(Role.AUDITOR);
        return ChainReader.on(database).read(clock.instant());
    }

    /** Reads the whole chain and names the first entry that is not as it was. */
    public ChainReport verify() {
        person.require(Role.AUDITOR);
        return reader.read(clock.instant());
    }
}

package ai.hexabase.console.audit;

import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Reads everything that proves the record, all of it as of one moment, and checks it. */
@Component
class ChainReader {
    private final AuditStore entries;
    private final CheckpointStore checkpoints;
    private final RetentionStore retentions;
    private final OneMoment oneMoment;

    ChainReader(AuditStore entries, CheckpointStore checkpoints, RetentionStore retentions, OneMoment oneMoment) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.retentions = retentions;
        this.oneMoment = oneMoment;
    }

    /** On a database without a console. */
    static ChainReader on(DataSource database) {
        var db = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        return new ChainReader(
                new AuditStore(db),
                new CheckpointStore(db, Clock.systemUTC()),
                new RetentionStore(db),
                new OneMoment(new DataSourceTransactionManager(database)));
    }

    ChainReport read(Instant now) {
        return oneMoment.read(() -> check(now));
    }

    private ChainReport check(Instant now) {
        var known = SigningKeys.publicKeys(checkpoints);
        var signed = checkpoints.all().stream()
                .map(each -> new ChainCheck.Signed(each.seq(), each.hash(), SigningKeys.isValid(each, known)))
                .toList();
        var check = new ChainCheck(signed, StubCheck.of(retentions.stubs(), known));
        entries.each(EntryQuery.ALL, check::read);
        return check.report(now);
    }
}

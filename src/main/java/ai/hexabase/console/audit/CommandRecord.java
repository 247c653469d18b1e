package ai.hexabase.console.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database and the record for a command on the server's command line, which acts in the name of the user of the
 * system: whoever can read the server's files needs no sign-in.
 */
public final class CommandRecord {
    /** Vouches for whoever has the server's command line. */
    static final String COMMAND_LINE = "command-line";

    private final DSLContext db;
    private final AuditStore store;
    private final Actor actor;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    private CommandRecord(DataSource source) {
        db = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        var user = System.getProperty("user.name", "");
        actor = new Actor(user, user, COMMAND_LINE, null, null);
        store = new AuditStore(db);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    static CommandRecord on(DataSource source) {
        return new CommandRecord(source);
    }

    /** Writes something and puts it on record: both or neither. */
    public void together(Act act, Runnable writes) {
        transaction.executeWithoutResult(status -> {
            writes.run();
            store.append(RecordText.write(clock.instant(), actor, act));
        });
    }

    /** For the stores of the command's module. */
    public DSLContext db() {
        return db;
    }

    public Clock clock() {
        return clock;
    }
}

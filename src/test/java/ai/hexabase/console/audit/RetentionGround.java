package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A record of its own with entries of long ago, and all that keeps and removes them. */
@ConsoleTest
abstract class RetentionGround {
    /** Entries of tests are written as if long ago: the database compares with its own clock. */
    static final Clock LONG_AGO = Clock.offset(Clock.systemUTC(), Duration.ofDays(-400));

    @Autowired
    DataSource console;

    @Autowired
    Sealer sealer;

    HikariDataSource database;
    DSLContext db;
    DataSourceTransactionManager transactions;
    SigningKeys keys;
    AuditStore store;
    CheckpointStore checkpoints;
    RetentionStore stored;
    final Person admin = new Person("misaki", Set.of(Role.ADMIN));

    record Person(String name, Set<Role> roles) implements ActingPerson {}

    @BeforeEach
    final void start() {
        database = OwnDatabase.beside(console);
        db = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        transactions = new DataSourceTransactionManager(database);
        store = new AuditStore(db);
        checkpoints = new CheckpointStore(db, Clock.systemUTC());
        stored = new RetentionStore(db);
        keys = new SigningKeys(checkpoints, sealer);
    }

    @AfterEach
    final void close() {
        database.close();
    }

    Acts acts(Person who, Clock clock) {
        return AuditGround.acts(db, who, clock, transactions);
    }

    Retentions retentions(Person who) {
        var clock = Clock.systemUTC();
        return new Retentions(stored, new Cuts(store, checkpoints), acts(who, clock), who, clock);
    }

    Pruning pruning() {
        var clock = Clock.systemUTC();
        return new Pruning(stored, new Cuts(store, checkpoints), keys, acts(admin, clock), clock);
    }

    Chain chain() {
        var reader = new ChainReader(store, checkpoints, stored, new OneMoment(transactions));
        return new Chain(store, checkpoints, keys, reader, admin, Clock.systemUTC());
    }

    void recordLongAgo(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(number -> acts(admin, LONG_AGO)
                        .record(Act.of("cluster.change").on("cluster", "id-" + number, "tokyo-" + number)));
    }

    /** Five old entries and a checkpoint, two more old ones, and what follows from now on. */
    void sevenOldOnes() {
        recordLongAgo(5);
        chain().checkpoint();
        recordLongAgo(2);
    }

    List<Long> left() {
        return acts(admin, LONG_AGO).find(EntryQuery.ALL, 0, 100).reversed().stream()
                .map(Entry::seq)
                .toList();
    }

    void behindOurBack(String statement) {
        for (var table : List.of("audit_entry", "audit_stub")) {
            db.execute("alter table " + table + " disable trigger user");
        }
        db.execute(statement);
        for (var table : List.of("audit_entry", "audit_stub")) {
            db.execute("alter table " + table + " enable trigger user");
        }
    }
}

package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The record on a database of its own, honest and tampered with. */
@ConsoleTest
class AuditTest {
    @Autowired
    DataSource console;

    @Autowired
    Sealer sealer;

    private HikariDataSource database;
    private DSLContext db;
    private TransactionTemplate transaction;
    private Acts acts;
    private AuditStore store;
    private Chain chain;
    private Export export;

    private record Person(String name, Set<Role> roles) implements ActingPerson {}

    @BeforeEach
    void start() {
        database = OwnDatabase.beside(console);
        db = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        var clock = Clock.systemUTC();
        var person = new Person("misaki", Set.of(Role.AUDITOR));
        acts = AuditGround.acts(db, person, clock, transactions);
        store = new AuditStore(db);
        var checkpoints = new CheckpointStore(db, clock);
        var retentions = new RetentionStore(db);
        var keys = new SigningKeys(checkpoints, sealer);
        chain = new Chain(
                store,
                checkpoints,
                keys,
                new ChainReader(store, checkpoints, retentions, new OneMoment(transactions)),
                person,
                clock);
        export = new Export(store, checkpoints, retentions, keys, new OneMoment(transactions), acts, person);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Act act(int number) {
        return Act.of("cluster.change")
                .on("cluster", "id-" + number, "tokyo-" + number)
                .before(Map.of("name", "old", "region", "tokyo"))
                .after(Map.of("name", "new", "region", "tokyo"));
    }

    private void record(int count) {
        IntStream.rangeClosed(1, count).forEach(number -> acts.record(act(number)));
    }

    @Test
    void anActIsOnRecordWithWhoWhatOnWhatAndWhatChanged() {
        acts.record(act(1).with("revision", 7).because(" ticket 4711 "));
        var entry = acts.find(EntryQuery.ALL, 0, 10).getFirst();
        assertThat(entry.seq()).isEqualTo(1);
        assertThat(entry.who().name()).isEqualTo("misaki");
        assertThat(entry.act()).isEqualTo(act(1).with("revision", 7).because("ticket 4711"));
        assertThat(entry.changes()).containsExactly(Map.entry("name", new Entry.Change("old", "new")));
        assertThat(chain.verify().whole()).isTrue();
    }

    @Test
    void anActIsOnRecordIfAndOnlyIfItsTransactionIsCommitted() {
        transaction.executeWithoutResult(status -> acts.record(act(1)));
        transaction.executeWithoutResult(status -> {
            acts.record(act(2));
            status.setRollbackOnly();
        });
        assertThat(acts.find(EntryQuery.ALL, 0, 10))
                .extracting(entry -> entry.act().object().name())
                .containsExactly("tokyo-1");
    }

    @Test
    void aRefusalIsOnRecordThoughItsTransactionIsGivenUpAndOnlyOnceForActsWithinActs() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> acts.attempt(act(1), () -> {
                    acts.record(act(2));
                    acts.attempt(act(3), () -> {
                        throw new ProblemException(Problem.of("role-missing", "admin"));
                    });
                })))
                .isInstanceOf(ProblemException.class);
        assertThat(acts.find(EntryQuery.ALL, 0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.act().result()).isEqualTo(Act.Result.REFUSED);
            assertThat(entry.act().problem()).isEqualTo("role-missing");
            assertThat(entry.act().object().name()).isEqualTo("tokyo-1");
        });
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < 20; person++) {
                people.submit(() -> {
                    start.await();
                    for (var number = 0; number < 10; number++) {
                        transaction.executeWithoutResult(status -> {
                            acts.record(act(1));
                            acts.record(act(2));
                        });
                    }
                    return null;
                });
            }
            start.countDown();
        }
        var report = chain.verify();
        assertThat(report.whole()).isTrue();
        assertThat(report.entries()).isEqualTo(400);
    }

    @Test
    void theDatabaseItselfRefusesToChangeDeleteOrEmptyTheRecord() {
        record(2);
        for (var statement :
                List.of("update audit_entry set record = '{}'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> db.execute(statement)).hasMessageContaining("neither changed nor deleted");
        }
        assertThat(acts.count(EntryQuery.ALL)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set record = replace(record, 'tokyo-3', 'osaka-3') where seq = 3 | 3 | audit-entry-changed",
                "delete from audit_entry where seq = 4                                            | 4 | audit-entry-missing",
                "delete from audit_entry where seq = 1                                            | 1 | audit-entry-missing",
                "delete from audit_entry where seq > 5                                            | 6 | audit-end-missing",
                "update audit_checkpoint set signature = decode(repeat('00', 64), 'hex')          | 8 | audit-signature-wrong"
            })
    void whatSomebodyDidBehindTheConsolesBackIsFoundAtTheFirstBrokenEntry(String tampering, long seq, String code) {
        record(8);
        chain.checkpoint();
        record(2);
        behindOurBack(tampering);
        var report = chain.verify();
        assertThat(report.brokenAt()).isEqualTo(seq);
        assertThat(report.problem().code()).isEqualTo(code);
    }

    /** Somebody with all rights switches the guards off first. */
    private void behindOurBack(String statement) {
        for (var table : List.of("audit_entry", "audit_checkpoint")) {
            db.execute("alter table " + table + " disable trigger user");
        }
        db.execute(statement);
    }

    @Test
    void aChainThatWasWrittenAnewFromSomewhereOnContradictsTheSignedCheckpoint() {
        record(5);
        chain.checkpoint();
        behindOurBack("delete from audit_entry where seq >= 3");
        db.execute("alter table audit_entry enable trigger user");
        record(3);
        var report = chain.verify();
        assertThat(report.problem().code()).isEqualTo("audit-chain-rewritten");
        assertThat(report.brokenAt()).isEqualTo(5);
    }

    @Test
    void whatIsCalledLikeASecretIsNotOnRecordEvenWhenACallerForgot() {
        acts.record(Act.of("cluster.change").after(Map.of("password", "hunter2", "inner", Map.of("token", "abc"))));
        var text = store.find(1).orElseThrow().record();
        assertThat(text).doesNotContain("hunter2", "abc").contains(Masked.HIDDEN);
    }

    @Test
    void theExportProvesItselfWithNothingButAHashFunction() {
        record(3);
        chain.checkpoint();
        var lines = new StringWriter();
        export.jsonLines(EntryQuery.ALL, lines);
        var read = lines.toString()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        var previous = Link.NOTHING;
        for (var line : read) {
            if (line.has("seq")) {
                assertThat(line.path("previousHash").asString("")).isEqualTo(previous);
                previous = Link.sha256(line.path("seq").asLong(0) + "\n" + previous + "\n"
                        + line.path("record").asString("") + "\n");
                assertThat(line.path("hash").asString("")).isEqualTo(previous);
            }
        }
        assertThat(read).anyMatch(line -> line.has("checkpoint")).anyMatch(line -> line.has("pem"));
        assertThat(read).filteredOn(line -> line.has("seq")).hasSize(4);
    }

    @Test
    void aTableForSpreadsheetsHoldsNoFormulas() {
        acts.record(act(1).because("=cmd|' /C calc'!A0, \"quoted\""));
        var table = new StringWriter();
        export.csv(EntryQuery.ALL, table);
        assertThat(table.toString())
                .contains("\"'=cmd|' /C calc'!A0, \"\"quoted\"\"\"")
                .doesNotContain(",\"=cmd");
    }

    @Test
    void entriesAreFoundByPersonKindResultTimeObjectAndWords() {
        record(3);
        acts.recordRefusal(
                Actor.unknown("Kenji", "10.0.0.7"), Act.of("session.sign-in").refused(Problem.of("sign-in-wrong")));
        assertThat(found(new EntryQuery("kenji", null, null, null, null, null, null, null)))
                .isEqualTo(1);
        assertThat(found(new EntryQuery(null, "cluster", null, null, null, null, null, null)))
                .isEqualTo(3);
        assertThat(found(new EntryQuery(null, null, Act.Result.REFUSED, null, null, null, null, null)))
                .isEqualTo(1);
        assertThat(found(EntryQuery.about("cluster", "id-2"))).isEqualTo(1);
        assertThat(found(new EntryQuery(null, null, null, null, null, null, null, "TOKYO-")))
                .isEqualTo(3);
        var at = acts.find(EntryQuery.ALL, 0, 10).get(1).at();
        assertThat(found(new EntryQuery(null, null, null, at, null, null, null, null)))
                .isEqualTo(2);
        assertThat(found(new EntryQuery(null, null, null, null, at, null, null, null)))
                .isEqualTo(2);
        assertThat(acts.kinds()).containsExactly("cluster.change", "session.sign-in");
    }

    private int found(EntryQuery query) {
        return acts.count(query);
    }
}

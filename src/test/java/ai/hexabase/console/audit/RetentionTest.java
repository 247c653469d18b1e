package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries go when their time is over, never otherwise, and the rest of the record still proves itself. */
@ConsoleTest
class RetentionTest {
    /** Entries of tests are written as if long ago: the database compares with its own clock. */
    private static final Clock LONG_AGO = Clock.offset(Clock.systemUTC(), Duration.ofDays(-400));

    @Autowired
    DataSource console;

    @Autowired
    Sealer sealer;

    @TempDir
    Path folder;

    private HikariDataSource database;
    private DSLContext db;
    private DataSourceTransactionManager transactions;
    private SigningKeys keys;
    private AuditStore store;
    private CheckpointStore checkpoints;
    private RetentionStore stored;
    private final Person admin = new Person("misaki", Set.of(Role.ADMIN));

    private record Person(String name, Set<Role> roles) implements ActingPerson {}

    @BeforeEach
    void start() {
        database = OwnDatabase.beside((HikariDataSource) console);
        db = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        transactions = new DataSourceTransactionManager(database);
        store = new AuditStore(db);
        checkpoints = new CheckpointStore(db, Clock.systemUTC());
        stored = new RetentionStore(db);
        keys = new SigningKeys(checkpoints, sealer);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Acts acts(Person who, Clock clock) {
        return AuditGround.acts(db, who, clock, transactions);
    }

    private Retentions retentions(Person who) {
        var clock = Clock.systemUTC();
        return new Retentions(stored, new Cuts(store, checkpoints), acts(who, clock), who, clock);
    }

    private Pruning pruning() {
        var clock = Clock.systemUTC();
        return new Pruning(stored, new Cuts(store, checkpoints), keys, acts(admin, clock), clock);
    }

    private Chain chain() {
        var reader = new ChainReader(store, checkpoints, stored, transactions);
        return new Chain(store, checkpoints, keys, reader, admin, Clock.systemUTC());
    }

    private void recordLongAgo(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(number -> acts(admin, LONG_AGO)
                        .record(Act.of("cluster.change").on("cluster", "id-" + number, "tokyo-" + number)));
    }

    /** Five old entries and a checkpoint, two more old ones, and what follows from now on. */
    private void sevenOldOnes() {
        recordLongAgo(5);
        chain().checkpoint();
        recordLongAgo(2);
    }

    private List<Long> left() {
        return acts(admin, LONG_AGO).find(EntryQuery.ALL, 0, 100).reversed().stream()
                .map(Entry::seq)
                .toList();
    }

    @Test
    void whatIsOlderGoesUpToTheLastSignedCheckpointAndTheRestStillProvesItself() {
        sevenOldOnes();
        retentions(admin).change(0, 365, false, null);
        assertThat(retentions(admin).prunable(365).entries()).isEqualTo(5);
        assertThat(pruning().prune()).isTrue();
        assertThat(pruning().prune()).isFalse();
        assertThat(left()).containsExactly(6L, 7L, 8L, 9L);
        var pruned = store.find(9).orElseThrow().act();
        assertThat(pruned.kind()).isEqualTo("audit.prune");
        assertThat(pruned.after()).containsEntry("entries", 5).containsEntry("keepDays", 365);
        var report = chain().verify();
        assertThat(report.problem()).isNull();
        assertThat(report.removed()).isEqualTo(5);
        assertThat(report.entries()).isEqualTo(4);
        assertThat(retentions(admin).removed()).singleElement().satisfies(stub -> {
            assertThat(stub.fromSeq()).isEqualTo(1);
            assertThat(stub.toSeq()).isEqualTo(5);
            assertThat(stub.setting()).isEqualTo(1);
        });
    }

    @Test
    void theChainGoesOnWhenEverythingThatWasThereIsRemoved() {
        new Retentions(stored, new Cuts(store, checkpoints), acts(admin, LONG_AGO), admin, LONG_AGO)
                .change(0, 90, false, null);
        recordLongAgo(3);
        chain().checkpoint();
        assertThat(pruning().prune()).isTrue();
        assertThat(left()).containsExactly(5L);
        recordLongAgo(2);
        chain().checkpoint();
        assertThat(pruning().prune()).isFalse();
        assertThat(left()).containsExactly(5L, 6L, 7L);
        assertThat(chain().verify().problem()).isNull();
    }

    @Test
    void nothingGoesWhileNoTimeIsSetOrEntriesAreHeldOrAreYoung() {
        sevenOldOnes();
        assertThat(pruning().prune()).isFalse();
        retentions(admin).change(0, 500, false, null);
        assertThat(pruning().prune()).isFalse();
        retentions(admin).change(1, 365, true, "case 4711");
        assertThat(pruning().prune()).isFalse();
        assertThat(stored.stubs()).isEmpty();
        retentions(admin).change(2, 365, false, "case closed");
        assertThat(pruning().prune()).isTrue();
    }

    @Test
    void eachChangeIsOnRecordWithBeforeAndAfterAndRefusedToEverybodyButAdministrators() {
        retentions(admin).change(0, 365, true, " case 4711 ");
        var change = store.find(1).orElseThrow().act();
        assertThat(change.before()).containsEntry("keepDays", "for ever").containsEntry("legalHold", false);
        assertThat(change.after()).containsEntry("keepDays", 365).containsEntry("legalHold", true);
        assertThat(change.reason()).isEqualTo("case 4711");
        var auditor = retentions(new Person("kenji", Set.of(Role.AUDITOR)));
        assertThatThrownBy(() -> auditor.change(1, null, false, "mine")).hasMessageContaining("role-missing");
        var refused = store.find(2).orElseThrow();
        assertThat(refused.who().name()).isEqualTo("kenji");
        assertThat(refused.act().result()).isEqualTo(Act.Result.REFUSED);
        assertThat(auditor.current().keepDays()).isEqualTo(365);
        var viewer = retentions(new Person("aoi", Set.of(Role.VIEWER)));
        assertThatThrownBy(viewer::current).hasMessageContaining("role-missing");
        assertThatThrownBy(viewer::removed).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> viewer.prunable(365)).hasMessageContaining("role-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 89, false, , audit-retention-days",
        "0, 36501, false, , audit-retention-days",
        "0, 365, true, ' ', audit-hold-reason-missing",
        "1, 365, false, , audit-retention-changed"
    })
    void whatMakesNoSenseIsRefused(long known, Integer days, boolean hold, String reason, String problem) {
        assertThatThrownBy(() -> retentions(admin).change(known, days, hold, reason))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(problem));
        assertThat(stored.newest()).isEqualTo(Retention.FOR_EVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_entry where seq = 1",
                "select set_config('hexabase.audit_pruned_until', '7', true); delete from audit_entry where seq <= 5",
                "select prune_audit(1, 7, (select hash from audit_entry where seq = 7), '', 1, 365, '', '')",
                "select prune_audit(1, 5, 'another', '', 1, 365, '', '')",
                "select prune_audit(2, 5, (select hash from audit_entry where seq = 5), '', 1, 365, '', '')",
                "select prune_audit(1, 5, (select hash from audit_entry where seq = 5), '', 1, 90, '', '')",
                "insert into audit_stub select 5, 1, hash, '', 1, 365, '', '' from audit_entry where seq = 5",
                "insert into audit_stub select 5, 1, hash, '', 1, 365, '', '' from audit_entry where seq = 5;"
                        + " delete from audit_entry where seq <= 5",
                "update audit_retention set keep_days = 90",
                "delete from audit_retention",
                "truncate audit_entry"
            })
    void theDatabaseItselfLetsNothingElseThrough(String statement) {
        sevenOldOnes();
        retentions(admin).change(0, 365, false, null);
        refusedByTheDatabase(statement);
        assertThat(left()).hasSize(8);
        assertThat(stored.stubs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, false", "365, true", ", false"})
    void theDatabaseItselfKeepsWhatIsYoungOrHeldOrKeptForEver(Integer days, boolean hold) {
        sevenOldOnes();
        retentions(admin).change(0, days, hold, "why");
        refusedByTheDatabase("select prune_audit(1, 5, (select hash from audit_entry where seq = 5), '', 1, "
                + (days == null ? 90 : days) + ", '', '')");
        assertThat(left()).hasSize(8);
    }

    private void refusedByTheDatabase(String statement) {
        assertThatThrownBy(() ->
                        new TransactionTemplate(transactions).executeWithoutResult(status -> db.execute(statement)))
                .as(statement)
                .rootCause()
                .hasMessageMatching("(?s).*(audit entries|a stub stands|stub follows).*");
    }

    @Test
    void theWayOutIsShutAgainOnceAPruningIsDone() {
        sevenOldOnes();
        retentions(admin).change(0, 365, false, null);
        pruning().prune();
        refusedByTheDatabase("delete from audit_entry where seq = 6");
        refusedByTheDatabase(
                "select set_config('hexabase.audit_pruned_until', '5', true); delete from audit_entry where seq = 6");
        refusedByTheDatabase("update audit_stub set to_seq = 6");
        refusedByTheDatabase("delete from audit_stub");
    }

    @Test
    void aHoldThatIsSetDuringAPruningWaitsForItAndOneSetBeforeStopsIt() throws Exception {
        sevenOldOnes();
        retentions(admin).change(0, 365, false, null);
        var stub = new Stub(1, 5, store.find(5).orElseThrow().hash(), "now", 1, 365, "", new byte[0]).signedBy(keys);
        var inserted = new CountDownLatch(1);
        var holding = new CountDownLatch(1);
        var other = new Thread(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            retentions(admin).change(1, 365, true, "case 4711");
            inserted.countDown();
            await(holding);
        }));
        other.start();
        await(inserted);
        var pruner = new Thread(
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> stored.prune(stub)));
        pruner.setUncaughtExceptionHandler((thread, refused) -> {});
        pruner.start();
        org.awaitility.Awaitility.await()
                .until(() -> db.fetchExists(
                        db.selectFrom("pg_locks").where("not granted and relation = 'audit_retention'::regclass")));
        holding.countDown();
        other.join();
        pruner.join();
        assertThat(stored.newest().legalHold()).isTrue();
        assertThat(left()).contains(1L);
        assertThat(stored.stubs()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_stub set keep_days = 90            | 1 | audit-stub-wrong",
                "update audit_stub set hash = repeat('0', 64)    | 1 | audit-stub-wrong",
                "update audit_stub set from_seq = 2              | 2 | audit-stub-wrong",
                "delete from audit_stub                          | 1 | audit-entry-missing",
                "delete from audit_entry where seq = 6           | 6 | audit-entry-missing",
                "update audit_entry set record = replace(record, 'tokyo-1', 'osaka-1') where seq = 6 | 6 | audit-entry-changed"
            })
    void whatSomebodyDidToStubsOrToTheRestIsFound(String tampering, long seq, String code) {
        sevenOldOnes();
        retentions(admin).change(0, 365, false, null);
        pruning().prune();
        behindOurBack(tampering);
        var report = chain().verify();
        assertThat(report.brokenAt()).isEqualTo(seq);
        assertThat(report.problem().code()).isEqualTo(code);
    }

    private void behindOurBack(String statement) {
        for (var table : List.of("audit_entry", "audit_stub")) {
            db.execute("alter table " + table + " disable trigger user");
        }
        db.execute(statement);
        for (var table : List.of("audit_entry", "audit_stub")) {
            db.execute("alter table " + table + " enable trigger user");
        }
    }

    private String export() {
        var lines = new StringWriter();
        var acts = acts(admin, Clock.systemUTC());
        new Export(store, checkpoints, stored, keys, acts, admin).jsonLines(EntryQuery.ALL, lines);
        return lines.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theProcedureOfTheDocumentationProvesAnExport(boolean pruned) throws Exception {
        sevenOldOnes();
        if (pruned) {
            retentions(admin).change(0, 365, false, null);
            pruning().prune();
        }
        chain().checkpoint();
        var proven = OfflineProof.of(export(), folder);
        assertThat(proven.output()).contains("the chain is whole", "Signature Verified Successfully");
        assertThat(proven.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"tokyo-2, osaka-2", "'\"from\":1', '\"from\":2'", "'\"keepDays\":365', '\"keepDays\":180'"})
    void theProcedureOfTheDocumentationFindsWhatWasChanged(String text, String instead) throws Exception {
        sevenOldOnes();
        retentions(admin).change(0, 365, false, null);
        pruning().prune();
        var forged = export().replace(text, instead);
        assertThat(forged).contains(instead);
        assertThat(OfflineProof.of(forged, folder).exitCode()).isNotZero();
    }
}

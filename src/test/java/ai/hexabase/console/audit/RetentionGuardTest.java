package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself refuses, whatever the console believes. */
class RetentionGuardTest extends RetentionGround {
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
    void aPruningWaitsForAHoldThatIsBeingSetAndIsThenRefused() throws Exception {
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
}

package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries go when their time is over, never otherwise, and whoever changes that is on record. */
class RetentionTest extends RetentionGround {
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
}

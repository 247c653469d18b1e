package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a record still proves itself, on the console and with public tools alone. */
class RetentionProofTest extends RetentionGround {
    @TempDir
    Path folder;

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

    private String export() {
        var lines = new StringWriter();
        var acts = acts(admin, Clock.systemUTC());
        new Export(store, checkpoints, stored, keys, new OneMoment(transactions), acts, admin)
                .jsonLines(EntryQuery.ALL, lines);
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

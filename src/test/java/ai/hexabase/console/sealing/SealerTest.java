package ai.hexabase.console.sealing;

import static ai.hexabase.console.db.Tables.SEALING_KEYSET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.test.ConsoleTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@ConsoleTest
class SealerTest {
    private static final byte[] SECRET = "token hunter2".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Sealer sealer;

    @Autowired
    KeysetStore keysets;

    @Value("${console.data-dir}")
    Path dataDirectory;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path other;

    @Test
    void whatWasSealedForOneOwnerOpensForThatOwnerOnly() {
        var sealed = sealer.seal(SECRET, "cluster-1");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
        assertThat(sealer.open(sealed, "cluster-1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> sealer.open(sealed, "cluster-2")).hasMessageContaining("sealing-cannot-open");
    }

    @Test
    void aChangedByteIsNoticed() {
        var sealed = sealer.seal(SECRET, "cluster-1");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed, "cluster-1")).hasMessageContaining("sealing-cannot-open");
    }

    @Test
    void theKeyIsAFileOfTheConsolesUserAlone() throws Exception {
        sealer.seal(SECRET, "cluster-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDirectory.resolve("master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aConsoleStartedAgainOpensWhatWasSealedBefore() {
        var sealed = sealer.seal(SECRET, "cluster-1");
        var again = new Sealer(new KeyEncryptionKey("", dataDirectory), keysets);
        assertThat(again.open(sealed, "cluster-1")).isEqualTo(SECRET);
    }

    @Test
    void theFirstKeysetStaysWhenTheTransactionThatNeededItIsRolledBack() {
        sealer.seal(SECRET, "cluster-1");
        var before = keysets.find().orElseThrow();
        db.deleteFrom(SEALING_KEYSET).execute();
        try {
            transaction.executeWithoutResult(status -> {
                new Sealer(new KeyEncryptionKey("", dataDirectory), keysets).seal(SECRET, "cluster-1");
                status.setRollbackOnly();
            });
            assertThat(keysets.find()).isPresent();
        } finally {
            db.deleteFrom(SEALING_KEYSET).execute();
            keysets.insertUnlessPresent(before.wrapped());
        }
    }

    @Test
    void anotherKeyIsToldAsSuch() {
        sealer.seal(SECRET, "cluster-1");
        var stranger = new Sealer(new KeyEncryptionKey("", other), keysets);
        assertThatThrownBy(() -> stranger.seal(SECRET, "cluster-1")).hasMessageContaining("sealing-key-wrong");
    }

    @Test
    void aKeyFromTheEnvironmentMustHoldThirtyTwoBytes() {
        assertThatThrownBy(() -> new KeyEncryptionKey("c2hvcnQ=", other).get())
                .hasMessageContaining("sealing-key-malformed")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> new KeyEncryptionKey("no base64!", other).get())
                .hasMessageContaining("sealing-key-malformed");
        assertThat(new KeyEncryptionKey(Base64.getEncoder().encodeToString(new byte[32]), other).origin())
                .isEqualTo("CONSOLE_ENCRYPTION_KEY");
        assertThat(other.resolve("master.key")).doesNotExist();
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        var file = other.resolve("master.key");
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new KeyEncryptionKey("", other).get()).hasMessageContaining("sealing-key-open");
    }
}

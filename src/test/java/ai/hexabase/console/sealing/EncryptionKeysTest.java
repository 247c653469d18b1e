package ai.hexabase.console.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test has a key file and a database of its own; what is put on record is put into the console's. */
@ConsoleTest
class EncryptionKeysTest {
    private static final byte[] SECRET = "token hunter2".getBytes(StandardCharsets.UTF_8);

    @Autowired
    DataSource console;

    @Autowired
    ActingPerson person;

    @Autowired
    ObjectProvider<KeyDiary> diary;

    @Autowired
    Acts acts;

    @Autowired
    Clock clock;

    @TempDir
    Path directory;

    private HikariDataSource database;
    private KeysetStore keysets;
    private byte[] sealed;

    @BeforeEach
    void somethingIsSealed() {
        database = OwnDatabase.beside(console);
        keysets = new KeysetStore(DSL.using(database, SQLDialect.POSTGRES), clock);
        sealed = sealer().seal(SECRET, "cluster-1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private KeyEncryptionKey file() {
        return new KeyEncryptionKey("", directory);
    }

    private Sealer sealer() {
        return new Sealer(file(), keysets);
    }

    private EncryptionKeys keys(KeyEncryptionKey key) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new EncryptionKeys(key, keysets, new Sealer(key, keysets), person, diary, transaction);
    }

    private EncryptionKeys keys() {
        return keys(file());
    }

    private String keyInFile() throws Exception {
        return Files.readString(directory.resolve("master.key"));
    }

    private void theSecretIsStillReadable() {
        assertThat(sealer().open(sealed, "cluster-1")).isEqualTo(SECRET);
    }

    private Act latest() {
        return acts.find(EntryQuery.ALL, 0, 1).getFirst().act();
    }

    @Test
    void aGivenKeyTakesOverAndEverythingSealedStaysReadable() throws Exception {
        var former = keyInFile();
        var given = KeyMaterial.random();
        var made = keys().give(given.text() + "\n");
        assertThat(keyInFile()).isEqualTo(given.text()).isNotEqualTo(former);
        assertThat(made.fingerprint()).isEqualTo(given.fingerprint());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("master.key"))))
                .isEqualTo("rw-------");
        theSecretIsStillReadable();
        assertThat(keysets.find().orElseThrow().next()).isNull();
        assertThat(Keyset.unwrap(
                        keysets.find().orElseThrow().wrapped(),
                        KeyMaterial.read(former).orElseThrow()))
                .as("the former key opens nothing any more")
                .isEmpty();
        assertThat(latest().kind()).isEqualTo("key.change");
        assertThat(latest().toString()).contains(given.fingerprint()).doesNotContain(given.text());
    }

    @Test
    void aConsoleKilledBeforeTheFileIsWrittenGoesOnWithTheFormerKey() {
        var given = KeyMaterial.random();
        keys().prepare(given);
        keys().settle();
        theSecretIsStillReadable();
        keys().give(given.text());
        theSecretIsStillReadable();
    }

    @Test
    void aConsoleKilledAfterTheFileIsWrittenGoesOnWithTheNewKeyAndNotesIt() {
        var given = KeyMaterial.random();
        keys().prepare(given);
        file().replace(given);
        theSecretIsStillReadable();
        keys().settle();
        assertThat(keysets.find().orElseThrow().next()).isNull();
        theSecretIsStillReadable();
        assertThat(latest().after()).containsEntry("begun by", "misaki");
    }

    @Test
    void aKeyFromTheEnvironmentIsExchangedByStartingOnceWithBoth() throws Exception {
        var next = KeyMaterial.random();
        var both = new KeyEncryptionKey(next.text(), keyInFile(), directory);
        keys(both).settle();
        var alone = new KeyEncryptionKey(next.text(), directory);
        assertThat(new Sealer(alone, keysets).open(sealed, "cluster-1")).isEqualTo(SECRET);
    }

    @Test
    void aKeyFromTheEnvironmentIsNotExchangedOnTheScreen() {
        var environment = keys(new KeyEncryptionKey(KeyMaterial.random().text(), directory));
        assertThatThrownBy(environment::renew).hasMessageContaining("sealing-key-from-environment");
        assertThat(latest().problem()).isEqualTo("sealing-key-from-environment");
    }

    @Test
    void whatIsNoKeyOrNoRandomOneOrTheSameIsRefused() throws Exception {
        var same = keyInFile();
        assertThatThrownBy(() -> keys().give("c2hvcnQ="))
                .hasMessageContaining("sealing-given-malformed")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> keys().give(Base64.getEncoder().encodeToString(new byte[32])))
                .hasMessageContaining("sealing-given-weak");
        assertThatThrownBy(() -> keys().give(same)).hasMessageContaining("sealing-given-same");
        assertThat(keyInFile()).isEqualTo(same);
    }

    @Test
    void aCopyThatOpensWhatIsSealedPassesTheRecoveryTest() throws Exception {
        assertThat(keys().current().testedAt()).isNull();
        var tested = keys().testRecovery(" " + keyInFile() + "\n");
        assertThat(tested.testedAt()).isNotNull();
        assertThat(tested.testedBy()).isEqualTo("misaki");
        assertThat(latest().kind()).isEqualTo("key.recovery-test");
    }

    @Test
    void aCopyOfAnotherKeyFailsTheRecoveryTestAndThatIsOnRecord() {
        var other = KeyMaterial.random();
        assertThatThrownBy(() -> keys().testRecovery(other.text()))
                .hasMessageContaining("sealing-copy-wrong")
                .hasMessageNotContaining(other.text());
        assertThat(latest().problem()).isEqualTo("sealing-copy-wrong");
        assertThat(keys().current().testedAt()).isNull();
    }

    @Test
    void anotherKeyHasToBeTestedAnew() throws Exception {
        keys().testRecovery(keyInFile());
        assertThat(keys().renew().testedAt()).isNull();
    }

    @Test
    @WithMockUser(username = "kenji", roles = "OPERATOR")
    void onlyAdministratorsTouchTheKey() throws Exception {
        var text = keyInFile();
        assertThatThrownBy(() -> keys().renew()).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> keys().testRecovery(text)).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> keys().current()).hasMessageContaining("role-missing");
        assertThat(keyInFile()).isEqualTo(text);
    }
}

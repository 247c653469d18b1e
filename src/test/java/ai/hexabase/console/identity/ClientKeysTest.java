package ai.hexabase.console.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.sealing.Sealer;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.HandClock;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Keys of the console's client: published before they are used, and for a while after. */
@ConsoleTest
@Transactional
class ClientKeysTest {
    private static final String ID = "with-a-key";

    @Autowired
    DSLContext db;

    @Autowired
    Sealer sealer;

    @Autowired
    Acts acts;

    @Autowired
    ActingPerson person;

    private final HandClock clock = new HandClock();
    private ClientKeys keys;
    private ProviderStore providers;

    @BeforeEach
    void withAProvider() {
        providers = new ProviderStore(db);
        keys = new ClientKeys(new ClientKeyStore(db), providers, sealer, acts, person, clock);
        var provider = ExampleProvider.tested(ID, clock.instant());
        providers.insert(new ProviderStore.Stored(provider, null, clock.instant()));
    }

    private String signing() {
        return Objects.requireNonNull(keys.signing(ID)).getKeyID();
    }

    private List<String> published() {
        return keys.published(ID).stream().map(ClientKey::id).toList();
    }

    @Test
    void aNewKeyIsPublishedBeforeItIsUsedAndTheOldOneForAWhileAfter() {
        assertThat(keys.signing(ID)).isNull();
        var first = keys.begin(ID).id();
        assertThat(signing()).isEqualTo(first);
        assertThat(providers.find(ID).orElseThrow().provider().testedAt()).isNull();
        var second = keys.replace(ID).id();
        assertThat(signing()).isEqualTo(first);
        assertThat(published()).containsExactlyInAnyOrder(first, second);
        clock.pass(ClientKeys.LEAD);
        assertThat(signing()).isEqualTo(second);
        assertThat(published()).containsExactlyInAnyOrder(first, second);
        clock.pass(ClientKeys.LAG.plusSeconds(1));
        assertThat(published()).containsExactly(second);
        clock.pass(Duration.ofDays(400));
        assertThat(signing()).isEqualTo(second);
    }

    @Test
    void onlyPublicKeysAreGivenAway() throws Exception {
        var key = keys.begin(ID);
        assertThat(JWK.parse(key.jwk()).isPrivate()).isFalse();
        assertThat(key.jwk()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(ClientKeys.pem(key)).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(Objects.requireNonNull(keys.signing(ID)).isPrivate()).isTrue();
    }

    @Test
    void goingBackToTheSecretLeavesNoKey() {
        keys.begin(ID);
        keys.end(ID);
        assertThat(keys.signing(ID)).isNull();
        assertThat(keys.published(ID)).isEmpty();
    }
}

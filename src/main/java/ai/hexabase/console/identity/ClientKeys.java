package ai.hexabase.console.identity;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys by which the console's client shows a provider who it is, instead of a secret (RFC 7523): made here, the private
 * half never leaves the console.
 */
@Service
public class ClientKeys {
    /** A new key is published that long before it is used, so that the provider knows it by then. */
    public static final Duration LEAD = Duration.ofHours(1);

    /** The one before stays published that long after. */
    static final Duration LAG = Duration.ofDays(1);

    private static final int BITS = 3072;

    private final ClientKeyStore store;
    private final ProviderStore providers;
    private final Sealer sealer;
    private final Acts acts;
    private final ActingPerson person;
    private final Clock clock;

    ClientKeys(
            ClientKeyStore store, ProviderStore providers, Sealer sealer, Acts acts, ActingPerson person, Clock clock) {
        this.store = store;
        this.providers = providers;
        this.sealer = sealer;
        this.acts = acts;
        this.person = person;
        this.clock = clock;
    }

    /** The public keys that a provider's client may be known by, newest first; anybody may know them. */
    public List<ClientKey> published(String provider) {
        var now = clock.instant();
        return store.of(provider).stream()
                .map(ClientKeyStore.Stored::key)
                .filter(key -> key.isPublished(now))
                .toList();
    }

    /** From now on the client uses a key of its own instead of a secret; that is to be tried before it is switched on. */
    @Transactional
    public ClientKey begin(String provider) {
        var stored = stored(provider);
        var act = IdentityProviders.act("identity.use-key", stored.provider());
        return acts.attempt(act, () -> {
            person.require(Role.ADMIN);
            store.deleteAll(provider);
            var made = make(provider, now());
            changed(stored);
            acts.record(act.after(Map.of("key", made.id())));
            return made;
        });
    }

    /** A new key, published at once and used after {@link #LEAD}; the one before stays published for a day more. */
    @Transactional
    public ClientKey replace(String provider) {
        var stored = stored(provider);
        var act = IdentityProviders.act("identity.replace-key", stored.provider());
        return acts.attempt(act, () -> {
            person.require(Role.ADMIN);
            var from = now().plus(LEAD);
            store.deleteOver(provider, now());
            store.publishUntil(provider, from.plus(LAG));
            var made = make(provider, from);
            acts.record(act.after(Map.of("key", made.id(), "used from", from.toString())));
            return made;
        });
    }

    /** Back to the secret; the keys are gone. */
    @Transactional
    public void end(String provider) {
        var stored = stored(provider);
        var act = IdentityProviders.act("identity.end-key", stored.provider());
        acts.attempt(act, () -> {
            person.require(Role.ADMIN);
            store.deleteAll(provider);
            changed(stored);
            acts.record(act);
        });
    }

    /** What the client signs with right now; null when it has a secret, or nothing. */
    @Nullable
    JWK signing(String provider) {
        var now = clock.instant();
        return store.of(provider).stream()
                .filter(stored -> !stored.key().usedFrom().isAfter(now))
                .findFirst()
                .map(this::opened)
                .orElse(null);
    }

    private JWK opened(ClientKeyStore.Stored stored) {
        var text = sealer.open(stored.sealedPrivate(), sealedFor(stored.key().id()));
        try {
            return JWK.parse(new String(text, StandardCharsets.UTF_8));
        } catch (ParseException broken) {
            throw new IllegalStateException("A key of the console itself cannot be read", broken);
        }
    }

    private ClientKey make(String provider, Instant usedFrom) {
        try {
            var id = UUID.randomUUID().toString();
            var made = new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            var key = new ClientKey(id, provider, made.toPublicJWK().toJSONString(), now(), usedFrom, null);
            var whole = made.toJSONString().getBytes(StandardCharsets.UTF_8);
            store.insert(new ClientKeyStore.Stored(key, sealer.seal(whole, sealedFor(id))));
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key could be made", e);
        }
    }

    private static String sealedFor(String id) {
        return "identity key " + id;
    }

    /** The public key as PEM, for providers that want it like that. */
    public static String pem(ClientKey key) {
        try {
            var encoded = RSAKey.parse(key.jwk()).toPublicKey().getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----";
        } catch (ParseException | JOSEException broken) {
            throw new IllegalStateException("A key of the console itself cannot be read", broken);
        }
    }

    private void changed(ProviderStore.Stored before) {
        providers.update(new ProviderStore.Stored(before.provider().tested(null), before.sealedSecret(), now()));
    }

    private ProviderStore.Stored stored(String id) {
        return providers.find(id).orElseThrow(() -> new ProblemException(Problem.of("identity-unknown", id)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

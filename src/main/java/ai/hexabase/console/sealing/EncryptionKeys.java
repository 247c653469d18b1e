package ai.hexabase.console.sealing;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The key that seals the keyset: what is known of it, another in its place, and the proof that a copy of it works. */
@Service
public class EncryptionKeys {
    private static final Logger log = LoggerFactory.getLogger(EncryptionKeys.class);
    private static final byte[] PROBE = "recovery test".getBytes(StandardCharsets.UTF_8);

    private final KeyEncryptionKey kek;
    private final KeysetStore keysets;
    private final Sealer sealer;
    private final ActingPerson person;
    private final ObjectProvider<KeyDiary> diary;
    private final TransactionTemplate transaction;

    EncryptionKeys(
            KeyEncryptionKey kek,
            KeysetStore keysets,
            Sealer sealer,
            ActingPerson person,
            ObjectProvider<KeyDiary> diary,
            TransactionTemplate transaction) {
        this.kek = kek;
        this.keysets = keysets;
        this.sealer = sealer;
        this.person = person;
        this.diary = diary;
        this.transaction = transaction;
    }

    /** What may be known of the key; for administrators and auditors. */
    public EncryptionKey current() {
        person.require(Role.AUDITOR);
        sealer.keyset();
        var stored = keysets.find().orElseThrow();
        return new EncryptionKey(
                kek.origin(),
                kek.isFromEnvironment(),
                kek.get().fingerprint(),
                stored.keySince(),
                stored.testedAt(),
                stored.testedBy());
    }

    /** A new random key takes the place of the one in the file. */
    public EncryptionKey renew() {
        return exchange(KeyMaterial::random);
    }

    /**
     * A given key (256 bits, base64) takes the place of the one in the file.
     *
     * @throws ProblemException {@code sealing-given-malformed}, {@code -weak}, {@code -same}, or {@code
     *     sealing-key-from-environment}
     */
    public EncryptionKey give(String key) {
        return exchange(() -> given(key));
    }

    private static KeyMaterial given(String text) {
        var key = KeyMaterial.read(text).orElseThrow(() -> new ProblemException(Problem.of("sealing-given-malformed")));
        if (key.isWeak()) {
            throw new ProblemException(Problem.of("sealing-given-weak"));
        }
        return key;
    }

    /** Whatever ends the console in between, the key that is in the file then opens one of the two wrappings. */
    private synchronized EncryptionKey exchange(Supplier<KeyMaterial> wanted) {
        return diary.getObject().attempt("key.change", () -> {
            person.require(Role.ADMIN);
            person.requireRecent(Dangerous.EXCHANGE_KEY);
            if (kek.isFromEnvironment()) {
                throw new ProblemException(
                        Problem.of("sealing-key-from-environment", KeyEncryptionKey.VARIABLE, KeyEncryptionKey.FORMER));
            }
            var key = wanted.get();
            var former = kek.get();
            if (key.equals(former)) {
                throw new ProblemException(Problem.of("sealing-given-same"));
            }
            var next = prepare(key);
            kek.replace(key);
            take(next, former.fingerprint(), key.fingerprint());
            return current();
        });
    }

    /** First both wrappings are in the database, and committed. */
    String prepare(KeyMaterial key) {
        var next = sealer.keyset().wrap(key);
        transaction.executeWithoutResult(status -> keysets.prepare(next, person.name()));
        return next;
    }

    private void take(String next, String former, String fingerprint) {
        transaction.executeWithoutResult(status -> {
            keysets.take(next);
            diary.getObject().done("key.change", Map.of("fingerprint", former), Map.of("fingerprint", fingerprint));
        });
    }

    /**
     * Proves that a copy of the key opens the keyset and, with it, what is sealed now; the result is kept.
     *
     * @throws ProblemException {@code sealing-given-malformed} or {@code sealing-copy-wrong}
     */
    public EncryptionKey testRecovery(String copy) {
        return diary.getObject().attempt("key.recovery-test", () -> {
            person.require(Role.ADMIN);
            var key = KeyMaterial.read(copy)
                    .orElseThrow(() -> new ProblemException(Problem.of("sealing-given-malformed")));
            if (!opens(key)) {
                throw new ProblemException(Problem.of("sealing-copy-wrong", key.fingerprint()));
            }
            transaction.executeWithoutResult(status -> {
                keysets.tested(person.name());
                diary.getObject().done("key.recovery-test", Map.of(), Map.of("fingerprint", key.fingerprint()));
            });
            return current();
        });
    }

    private boolean opens(KeyMaterial key) {
        var probe = Arrays.copyOf(PROBE, PROBE.length + Long.BYTES);
        var random = new byte[Long.BYTES];
        new SecureRandom().nextBytes(random);
        System.arraycopy(random, 0, probe, PROBE.length, random.length);
        var sealed = sealer.seal(probe, "recovery test");
        var stored = keysets.find().orElseThrow();
        return Keyset.unwrap(stored.wrapped(), key)
                .filter(copy -> Arrays.equals(probe, opened(copy, sealed)))
                .isPresent();
    }

    private static byte[] opened(Keyset copy, byte[] sealed) {
        try {
            return copy.aead().decrypt(sealed, "recovery test".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException other) {
            return new byte[0];
        }
    }

    /** Ends what was begun before the console ended, and takes the environment's new key in place of its former one. */
    @EventListener(ApplicationReadyEvent.class)
    void settle() {
        try {
            keysets.find().ifPresent(this::settle);
        } catch (ProblemException unusable) {
            log.error("The encryption key cannot be used: {}", unusable.getMessage());
        }
    }

    private void settle(KeysetStore.Stored stored) {
        var key = kek.get();
        if (Keyset.unwrap(stored.wrapped(), key).isPresent()) {
            return;
        }
        var next = sealer.keyset().wrap(key);
        transaction.executeWithoutResult(status -> {
            keysets.take(next);
            var by = stored.nextBy();
            diary.getObject()
                    .done(
                            "key.change",
                            Map.of(),
                            by == null
                                    ? Map.of("fingerprint", key.fingerprint())
                                    : Map.of("fingerprint", key.fingerprint(), "begun by", by));
        });
    }
}

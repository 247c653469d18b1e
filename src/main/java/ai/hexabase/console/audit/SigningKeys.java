package ai.hexabase.console.audit;

import ai.hexabase.console.sealing.Sealer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The console's Ed25519 keys: the newest signs, all are believed. */
@Component
class SigningKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PURPOSE = "audit key ";

    private final CheckpointStore store;
    private final Sealer sealer;

    SigningKeys(CheckpointStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** Which key signed, and what. */
    record Seal(String keyId, byte[] signature) {}

    Checkpoint sign(long seq, String hash, String at) {
        var seal = sign(Checkpoint.signed(seq, hash, at));
        return new Checkpoint(seq, hash, at, seal.keyId(), seal.signature());
    }

    Seal sign(byte[] text) {
        var key = store.newestKey().orElseGet(this::make);
        try {
            var encoded = sealer.open(key.sealedPrivateKey(), PURPOSE + key.id());
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
            signing.update(text);
            return new Seal(key.id(), signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing with " + ALGORITHM + " failed", e);
        }
    }

    private CheckpointStore.Key make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var publicKey = pair.getPublic().getEncoded();
            var id = id(publicKey);
            var key = new CheckpointStore.Key(
                    id, publicKey, sealer.seal(pair.getPrivate().getEncoded(), PURPOSE + id));
            store.insert(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No " + ALGORITHM + " key could be made", e);
        }
    }

    private static String id(byte[] publicKey) throws GeneralSecurityException {
        var hash = java.security.MessageDigest.getInstance("SHA-256").digest(publicKey);
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    /** By id, X.509 encoded. */
    Map<String, byte[]> publicKeys() {
        return publicKeys(store);
    }

    static Map<String, byte[]> publicKeys(CheckpointStore store) {
        return store.keys().stream().collect(Collectors.toMap(CheckpointStore.Key::id, CheckpointStore.Key::publicKey));
    }

    /** Whether one of these keys signed it. */
    static boolean isValid(Checkpoint checkpoint, Map<String, byte[]> publicKeys) {
        return isValid(checkpoint.signed(), new Seal(checkpoint.keyId(), checkpoint.signature()), publicKeys);
    }

    /** Whether one of these keys signed it. */
    static boolean isValid(Stub stub, Map<String, byte[]> publicKeys) {
        return isValid(stub.signed(), new Seal(stub.keyId(), stub.signature()), publicKeys);
    }

    private static boolean isValid(byte[] text, Seal seal, Map<String, byte[]> publicKeys) {
        var encoded = publicKeys.get(seal.keyId());
        if (encoded == null) {
            return false;
        }
        try {
            var checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            checking.update(text);
            return checking.verify(seal.signature());
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    static String pem(byte[] publicKey) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
    }
}

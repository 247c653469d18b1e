package ai.hexabase.console.cluster;

import static ai.hexabase.console.cluster.KubeconfigReader.text;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.Der;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Certificates and keys as text (RFC 7468). */
final class Pem {
    /** Whether a private key belongs to a certificate. */
    enum Match {
        MATCHES,
        DIFFERS,
        ENCRYPTED,
        UNREADABLE
    }

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private Pem() {}

    /** The base64 field decoded; null when it is missing or, with a problem noted, when it is no base64 text. */
    static @Nullable String decode(Map<?, ?> fields, String field, String owner, List<Problem> problems) {
        var encoded = text(fields, field);
        if (encoded == null) {
            return null;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(strict(encoded)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of("kubeconfig-bad-base64", owner, field));
            return null;
        }
    }

    /** The lenient decoder skips foreign characters; only line breaks may be skipped. */
    private static String strict(String encoded) {
        if (!encoded.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+/=\r\n \t".indexOf(c) >= 0))) {
            throw new IllegalArgumentException();
        }
        return encoded.replaceAll("\\s", "");
    }

    static Match match(X509Certificate certificate, String keyPem) {
        if (keyPem.contains("ENCRYPTED")) {
            return Match.ENCRYPTED;
        }
        var found = KEY.matcher(keyPem);
        if (!found.find()) {
            return Match.UNREADABLE;
        }
        try {
            var der = Base64.getMimeDecoder().decode(found.group(2));
            var pkcs8 = "PRIVATE KEY".equals(found.group(1)) ? der : wrap(certificate.getPublicKey(), der);
            var algorithm = certificate.getPublicKey().getAlgorithm();
            var key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return ai.hexabase.console.kube.Pem.areOnePair(key, certificate.getPublicKey())
                    ? Match.MATCHES
                    : Match.DIFFERS;
        } catch (GeneralSecurityException e) {
            return readable(keyPem) ? Match.DIFFERS : Match.UNREADABLE;
        } catch (IllegalArgumentException e) {
            return Match.UNREADABLE;
        }
    }

    /** A well-formed key of another algorithm is a wrong key rather than an unreadable one. */
    private static boolean readable(String keyPem) {
        return List.of("RSA", "EC", "Ed25519").stream().anyMatch(algorithm -> {
            try {
                var found = KEY.matcher(keyPem);
                if (!found.find()) {
                    return false;
                }
                if (!"PRIVATE KEY".equals(found.group(1))) {
                    return Base64.getMimeDecoder().decode(found.group(2))[0] == 0x30;
                }
                KeyFactory.getInstance(algorithm)
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(2))));
                return true;
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        });
    }

    /**
     * Turns the older forms (PKCS #1, SEC 1) into PKCS #8: SEQUENCE { 0, algorithm, OCTET STRING key }, with the
     * algorithm as the certificate's own public key names it.
     */
    private static byte[] wrap(PublicKey publicKey, byte[] key) {
        var spki = publicKey.getEncoded();
        var algorithmAt = spki[1] >= 0 ? 2 : 2 + (spki[1] & 0x7f);
        var algorithm = java.util.Arrays.copyOfRange(spki, algorithmAt, algorithmAt + 2 + spki[algorithmAt + 1]);
        return Der.sequence(Der.integer(BigInteger.ZERO), algorithm, Der.octets(key));
    }
}

package ai.hexabase.console.kube;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads private keys and writes certificates in PEM (RFC 7468). */
public final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    private static final byte[] PROBE = "does this key belong to this certificate".getBytes(StandardCharsets.UTF_8);

    private Pem() {}

    /** The first private key: PKCS #8, PKCS #1 (RSA) or SEC 1 (elliptic curve); encrypted ones are refused. */
    public static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        var blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            var der = decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> {
                    return pkcs8(der);
                }
                case "RSA PRIVATE KEY" -> {
                    return pkcs8(Pkcs8.ofRsa(der));
                }
                case "EC PRIVATE KEY" -> {
                    return pkcs8(Pkcs8.ofCurve(der));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw new GeneralSecurityException("the private key is encrypted");
                default -> {}
            }
        }
        throw new GeneralSecurityException("no private key in PEM form");
    }

    /** Whether what this key signs is verified by that one. */
    public static boolean areOnePair(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        var algorithm = switch (certified.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> certified.getAlgorithm();
        };
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        var signed = signature.sign();
        signature.initVerify(certified);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    public static String write(X509Certificate certificate) throws GeneralSecurityException {
        return block("CERTIFICATE", certificate.getEncoded());
    }

    /** The key in PKCS #8, not encrypted. */
    public static String write(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String type, byte[] content) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + type + "-----\n" + base64.encodeToString(content) + "\n-----END " + type + "-----\n";
    }

    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("unknown kind of private key");
        for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException notThis) {
                last = notThis;
            }
        }
        throw new GeneralSecurityException("unknown kind of private key", last);
    }

    private static byte[] decode(String base64) throws CertificateException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new CertificateException("broken PEM", broken);
        }
    }
}

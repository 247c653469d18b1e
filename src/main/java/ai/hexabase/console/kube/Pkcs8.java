package ai.hexabase.console.kube;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps older forms of private keys into PKCS #8 (RFC 5208), the only one the Java runtime reads. */
final class Pkcs8 {
    private static final int PARAMETERS = 0xa0;
    private static final byte[] VERSION_0 = Der.integer(BigInteger.ZERO);
    /** rsaEncryption (RFC 8017) with its NULL parameters. */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    /** id-ecPublicKey (RFC 5480). */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Pkcs8() {}

    static byte[] ofRsa(byte[] pkcs1) {
        return Der.sequence(VERSION_0, RSA, Der.octets(pkcs1));
    }

    /** The curve stands in the SEC 1 structure (RFC 5915) behind version and key, as element {@code [0]}. */
    static byte[] ofCurve(byte[] sec1) throws GeneralSecurityException {
        int at = contentStart(sec1, 0);
        at = end(sec1, at);
        at = end(sec1, at);
        if (at >= sec1.length || (sec1[at] & 0xff) != PARAMETERS) {
            throw new GeneralSecurityException("the elliptic-curve key does not name its curve");
        }
        var curve = Arrays.copyOfRange(sec1, contentStart(sec1, at), end(sec1, at));
        return Der.sequence(VERSION_0, Der.sequence(EC, curve), Der.octets(sec1));
    }

    private static int contentStart(byte[] der, int at) throws GeneralSecurityException {
        int first = der.length > at + 1 ? der[at + 1] & 0xff : 0xff;
        if (first == 0xff || first == 0x80) {
            throw new GeneralSecurityException("broken private key");
        }
        return at + 2 + (first > 0x80 ? first - 0x80 : 0);
    }

    private static int end(byte[] der, int at) throws GeneralSecurityException {
        int start = contentStart(der, at);
        if (start > der.length) {
            throw new GeneralSecurityException("broken private key");
        }
        int length = 0;
        if (start == at + 2) {
            length = der[at + 1] & 0xff;
        } else {
            for (int i = at + 2; i < start; i++) {
                length = length << 8 | der[i] & 0xff;
            }
        }
        if (length < 0 || start + length > der.length || start + length < start) {
            throw new GeneralSecurityException("broken private key");
        }
        return start + length;
    }
}

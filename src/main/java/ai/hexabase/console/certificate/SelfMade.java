package ai.hexabase.console.certificate;

import ai.hexabase.console.kube.Der;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes a certificate that signs itself (RFC 5280), with a fresh key on the curve P-256. */
final class SelfMade {
    /** What the name says to whoever looks at it in a browser. */
    private static final String MARK = "self-made by Hexabase Console";

    private static final Duration VALID = Duration.ofDays(365);
    /** Clocks differ a little between machines. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final byte[] ECDSA_SHA256 = Der.sequence(oidEcdsaSha256());
    private static final SecureRandom RANDOM = new SecureRandom();

    private SelfMade() {}

    private static byte[] oidEcdsaSha256() {
        return Der.oid(1, 2, 840, 10045, 4, 3, 2);
    }

    /** @param names host names and addresses, the first is shown as its own */
    static Material make(List<String> names, Instant now) {
        try {
            var keys = keys();
            var content = content(names, keys, now.minus(SKEW), now.plus(VALID).plus(SKEW));
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(content);
            var der = Der.sequence(content, ECDSA_SHA256, Der.bits(signer.sign(), 0));
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return new Material(List.of(certificate), keys.getPrivate());
        } catch (GeneralSecurityException noSuchAlgorithm) {
            throw new IllegalStateException(noSuchAlgorithm);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static byte[] content(List<String> names, KeyPair keys, Instant from, Instant to) {
        var name = name(names.getFirst());
        return Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, RANDOM).add(BigInteger.ONE)),
                ECDSA_SHA256,
                name,
                Der.sequence(Der.time(from), Der.time(to)),
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(3, extensions(names)));
    }

    private static byte[] name(String host) {
        return Der.sequence(
                Der.set(Der.sequence(Der.oid(2, 5, 4, 11), Der.text(MARK))),
                // a common name has at most 64 characters
                Der.set(Der.sequence(
                        Der.oid(2, 5, 4, 3), Der.text(host.length() > 64 ? host.substring(0, 64) : host))));
    }

    /** No authority, for signatures of servers only, under these names. */
    private static byte[] extensions(List<String> names) {
        var alternatives = names.stream().map(SelfMade::alternative).toArray(byte[][]::new);
        return Der.sequence(
                Der.sequence(Der.oid(2, 5, 29, 19), Der.yes(), Der.octets(Der.sequence())),
                Der.sequence(Der.oid(2, 5, 29, 15), Der.yes(), Der.octets(Der.bits(new byte[] {(byte) 0x80}, 7))),
                Der.sequence(Der.oid(2, 5, 29, 37), Der.octets(Der.sequence(Der.oid(1, 3, 6, 1, 5, 5, 7, 3, 1)))),
                Der.sequence(Der.oid(2, 5, 29, 17), Der.octets(Der.sequence(alternatives))));
    }

    private static byte[] alternative(String host) {
        return HostMatch.isAddress(host)
                ? Der.implicit(7, InetAddress.ofLiteral(host).getAddress())
                : Der.implicit(2, host.getBytes(StandardCharsets.US_ASCII));
    }
}

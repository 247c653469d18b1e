package ai.hexabase.console.certificate;

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

    private static final byte[] ECDSA_SHA256 = Asn1.sequence(oidEcdsaSha256());
    private static final SecureRandom RANDOM = new SecureRandom();

    private SelfMade() {}

    private static byte[] oidEcdsaSha256() {
        return Asn1.oid(1, 2, 840, 10045, 4, 3, 2);
    }

    /** @param names host names and addresses, the first is shown as its own */
    static Material make(List<String> names, Instant now) {
        try {
            var keys = keys();
            var content = content(names, keys, now.minus(SKEW), now.plus(VALID).plus(SKEW));
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(content);
            var der = Asn1.sequence(content, ECDSA_SHA256, Asn1.bits(signer.sign(), 0));
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
        return Asn1.sequence(
                Asn1.explicit(0, Asn1.integer(BigInteger.TWO)),
                Asn1.integer(new BigInteger(120, RANDOM).add(BigInteger.ONE)),
                ECDSA_SHA256,
                name,
                Asn1.sequence(Asn1.time(from), Asn1.time(to)),
                name,
                keys.getPublic().getEncoded(),
                Asn1.explicit(3, extensions(names)));
    }

    private static byte[] name(String host) {
        return Asn1.sequence(
                Asn1.set(Asn1.sequence(Asn1.oid(2, 5, 4, 11), Asn1.text(MARK))),
                // a common name has at most 64 characters
                Asn1.set(Asn1.sequence(
                        Asn1.oid(2, 5, 4, 3), Asn1.text(host.length() > 64 ? host.substring(0, 64) : host))));
    }

    /** No authority, for signatures of servers only, under these names. */
    private static byte[] extensions(List<String> names) {
        var alternatives = names.stream().map(SelfMade::alternative).toArray(byte[][]::new);
        return Asn1.sequence(
                Asn1.sequence(Asn1.oid(2, 5, 29, 19), Asn1.yes(), Asn1.octets(Asn1.sequence())),
                Asn1.sequence(Asn1.oid(2, 5, 29, 15), Asn1.yes(), Asn1.octets(Asn1.bits(new byte[] {(byte) 0x80}, 7))),
                Asn1.sequence(Asn1.oid(2, 5, 29, 37), Asn1.octets(Asn1.sequence(Asn1.oid(1, 3, 6, 1, 5, 5, 7, 3, 1)))),
                Asn1.sequence(Asn1.oid(2, 5, 29, 17), Asn1.octets(Asn1.sequence(alternatives))));
    }

    private static byte[] alternative(String host) {
        return HostMatch.isAddress(host)
                ? Asn1.implicit(7, InetAddress.ofLiteral(host).getAddress())
                : Asn1.implicit(2, host.getBytes(StandardCharsets.US_ASCII));
    }
}

package ai.hexabase.console.fleet;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A private certificate authority for tests: X.509 v3 certificates (RFC 5280), made with the JDK alone. */
public final class CertificateAuthority {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair keys = ecKeys();
    private final byte[] name;
    private final String certificate;

    /** An authority of its own, trusted by nobody until somebody is given its {@link #certificate()}. */
    public CertificateAuthority(String commonName, Instant now) {
        name = name(commonName, List.of());
        var extensions = Der.sequence(extension("2.5.29.19", true, Der.sequence(Der.yes())), keyUsage(0x06, 1));
        certificate = pem("CERTIFICATE", signed(name, keys, span(now, Duration.ofDays(3650)), extensions));
    }

    /** The authority's own certificate as PEM. */
    public String certificate() {
        return certificate;
    }

    /** A serving certificate for these IP addresses and DNS names, with an elliptic-curve key. */
    public Identity server(String commonName, List<String> hosts, Instant now) {
        var extensions = Der.sequence(
                keyUsage(0x80, 7),
                extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
                extension("2.5.29.17", false, Der.sequence(alternatives(hosts))));
        return issued(name(commonName, List.of()), ecKeys(), span(now, Duration.ofDays(3650)), extensions);
    }

    /** A client certificate for a user (common name) in groups (organisations), with an RSA key. */
    public Identity client(String user, List<String> groups, Instant now, Duration validity) {
        return issued(name(user, groups), rsaKeys(), span(now, validity), clientUse());
    }

    /** Like {@link #client}, with an elliptic-curve key in the form (RFC 5915) that K3s writes into its kubeconfigs. */
    public Identity curveClient(String user, List<String> groups, Instant now, Duration validity) {
        KeyPair keys = ecKeys();
        String certificate = pem("CERTIFICATE", signed(name(user, groups), keys, span(now, validity), clientUse()));
        byte[] secret = Der.unsigned(((ECPrivateKey) keys.getPrivate()).getS(), 32);
        byte[] key = Der.sequence(
                Der.integer(BigInteger.ONE), Der.octets(secret), Der.explicit(0, Der.oid("1.2.840.10045.3.1.7")));
        return new Identity(certificate, pem("EC PRIVATE KEY", key));
    }

    static KeyPair rsaKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String type, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }

    private static KeyPair ecKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity issued(byte[] subject, KeyPair subjectKeys, byte[] validity, byte[] extensions) {
        return new Identity(
                pem("CERTIFICATE", signed(subject, subjectKeys, validity, extensions)),
                pem("PRIVATE KEY", subjectKeys.getPrivate().getEncoded()));
    }

    private byte[] signed(byte[] subject, KeyPair subjectKeys, byte[] validity, byte[] extensions) {
        var algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
        var content = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, RANDOM).add(BigInteger.ONE)),
                algorithm,
                name,
                validity,
                subject,
                subjectKeys.getPublic().getEncoded(),
                Der.explicit(3, extensions));
        return Der.sequence(content, algorithm, Der.bits(signature(content), 0));
    }

    private byte[] signature(byte[] content) {
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] span(Instant now, Duration validity) {
        // clocks differ a little between machines; an already expired one starts well before it ends
        Instant end = now.plus(validity);
        Instant start = end.isBefore(now) ? end.minus(Duration.ofDays(1)) : now.minus(Duration.ofMinutes(5));
        return Der.sequence(Der.time(start), Der.time(end));
    }

    private static byte[] name(String commonName, List<String> organisations) {
        var parts = new ArrayList<byte[]>();
        organisations.forEach(o -> parts.add(attribute("2.5.4.10", o)));
        parts.add(attribute("2.5.4.3", commonName));
        return Der.sequence(parts.toArray(byte[][]::new));
    }

    private static byte[] attribute(String type, String value) {
        return Der.set(Der.sequence(Der.oid(type), Der.text(value)));
    }

    private static byte[] clientUse() {
        return Der.sequence(
                keyUsage(0xa0, 5), extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.2"))));
    }

    private static byte[] keyUsage(int bits, int unused) {
        return extension("2.5.29.15", true, Der.bits(new byte[] {(byte) bits}, unused));
    }

    private static byte[] extension(String id, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(id), Der.yes(), Der.octets(value))
                : Der.sequence(Der.oid(id), Der.octets(value));
    }

    private static byte[][] alternatives(List<String> hosts) {
        return hosts.stream().map(CertificateAuthority::alternative).toArray(byte[][]::new);
    }

    private static byte[] alternative(String host) {
        try {
            return host.matches("[0-9.]+|.*:.*")
                    ? Der.implicit(7, InetAddress.getByName(host).getAddress())
                    : Der.implicit(2, host.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalArgumentException(host, e);
        }
    }
}

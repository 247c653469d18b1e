package ai.hexabase.console.certificate;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.Pem;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A certificate with its chain and key, checked.
 *
 * @param chain the server's own certificate first
 */
record Material(List<X509Certificate> chain, PrivateKey key) {
    /** What is accepted of one paste or file; a chain with its roots has some ten KiB. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;
    private static final String SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USE = "2.5.29.37.0";
    private static final Set<String> WEAK = Set.of("MD2", "MD5", "SHA1");

    Material {
        chain = List.copyOf(chain);
    }

    /**
     * Reads what was given. Problems: {@code certificate-unreadable}, {@code certificate-key-unreadable}, {@code
     * certificate-key-other}, {@code certificate-weak}, {@code certificate-not-for-servers}, {@code
     * certificate-no-names}, {@code certificate-expired}, {@code certificate-too-large}, and those of {@link Chain#of}.
     */
    static Material read(String chainPem, String keyPem, Instant now) {
        if (chainPem.length() > MOST_CHARACTERS || keyPem.length() > MOST_CHARACTERS) {
            throw refused(Problem.of("certificate-too-large", MOST_CHARACTERS / 1024));
        }
        var certificates = certificates(chainPem);
        var key = key(keyPem);
        var own = certificates.stream()
                .filter(each -> belongs(key, each.getPublicKey()))
                .findFirst()
                .orElseThrow(() -> refused(Problem.of("certificate-key-other", subject(certificates.getFirst()))));
        var chain = Chain.of(own, certificates);
        chain.forEach(Material::requireStrong);
        requireForServers(own);
        if (!now.isBefore(own.getNotAfter().toInstant())) {
            throw refused(Problem.of(
                    "certificate-expired",
                    own.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate()));
        }
        return new Material(chain, key);
    }

    private static ProblemException refused(Problem problem) {
        return new ProblemException(problem);
    }

    private static List<X509Certificate> certificates(String pem) {
        try {
            return PemCertificates.read(pem);
        } catch (GeneralSecurityException unreadable) {
            throw new ProblemException(Problem.of("certificate-unreadable"), unreadable);
        }
    }

    /** The reason stays out of the problem: it could repeat parts of the key. */
    private static PrivateKey key(String pem) {
        if (pem.contains("ENCRYPTED")) {
            throw refused(Problem.of("certificate-key-encrypted"));
        }
        try {
            return Pem.privateKey(pem);
        } catch (GeneralSecurityException unreadable) {
            throw refused(Problem.of("certificate-key-unreadable"));
        }
    }

    private static boolean belongs(PrivateKey key, PublicKey certified) {
        try {
            return Pem.areOnePair(key, certified);
        } catch (GeneralSecurityException anotherKind) {
            return false;
        }
    }

    /** A root is trusted for itself, so its own signature does not count, but its key does. */
    private static void requireStrong(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        var strong = switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() >= LEAST_EC_BITS;
            default -> false;
        };
        if (!strong) {
            throw refused(Problem.of("certificate-weak", subject(certificate), words(key)));
        }
        var hash = certificate.getSigAlgName().toUpperCase(Locale.ROOT).split("WITH")[0];
        if (WEAK.contains(hash) && !Chain.signs(certificate, certificate)) {
            throw refused(Problem.of("certificate-weak", subject(certificate), certificate.getSigAlgName()));
        }
    }

    private static void requireForServers(X509Certificate own) {
        try {
            var uses = own.getExtendedKeyUsage();
            if (uses != null && !uses.contains(SERVERS) && !uses.contains(ANY_USE)) {
                throw refused(Problem.of("certificate-not-for-servers", subject(own)));
            }
        } catch (GeneralSecurityException unreadable) {
            throw new ProblemException(Problem.of("certificate-unreadable"), unreadable);
        }
        if (CertificateFacts.names(own).isEmpty()) {
            throw refused(Problem.of("certificate-no-names", subject(own)));
        }
    }

    static String words(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECPublicKey ec -> "EC " + ec.getParams().getCurve().getField().getFieldSize();
            default -> key.getAlgorithm();
        };
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    String chainPem() {
        var pem = new StringBuilder();
        for (var certificate : chain) {
            try {
                pem.append(Pem.write(certificate));
            } catch (GeneralSecurityException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return pem.toString();
    }

    String keyPem() {
        return Pem.write(key);
    }

    @Override
    public String toString() {
        return subject(chain.getFirst());
    }
}

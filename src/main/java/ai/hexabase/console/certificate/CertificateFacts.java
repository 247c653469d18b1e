package ai.hexabase.console.certificate;

import ai.hexabase.console.common.PemCertificates;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Reads out of a chain what people want to know of it. */
final class CertificateFacts {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private CertificateFacts() {}

    /** @param chainPem as it was kept, so it reads */
    static KeptCertificate of(UUID id, KeptCertificate.Origin origin, String chainPem) {
        try {
            var chain = PemCertificates.read(chainPem);
            var own = chain.getFirst();
            return new KeptCertificate(
                    id,
                    origin,
                    own.getSubjectX500Principal().getName(),
                    own.getIssuerX500Principal().getName(),
                    names(own),
                    own.getNotBefore().toInstant(),
                    own.getNotAfter().toInstant(),
                    Material.words(own.getPublicKey()),
                    fingerprint(own),
                    chain.size());
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }

    /** The alternative names; browsers have long stopped to look at the common name. */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME)
                                    || name.getFirst().equals(IP_ADDRESS))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (GeneralSecurityException unreadable) {
            return List.of();
        }
    }
}

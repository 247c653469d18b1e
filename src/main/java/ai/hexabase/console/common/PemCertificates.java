package ai.hexabase.console.common;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Certificates as text (RFC 7468). */
public final class PemCertificates {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    private PemCertificates() {}

    /** All of the text, in order; other blocks are passed over; none at all is an exception. */
    public static List<X509Certificate> read(String pem) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var found = new ArrayList<X509Certificate>();
        var blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(decode(blocks.group(2)))));
        }
        if (found.isEmpty()) {
            throw new CertificateException("no certificate in PEM form");
        }
        return List.copyOf(found);
    }

    /** All of the text; empty when there is none or one cannot be read. */
    public static List<X509Certificate> readable(String pem) {
        try {
            return read(pem);
        } catch (CertificateException unreadable) {
            return List.of();
        }
    }

    private static byte[] decode(String base64) throws CertificateException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new CertificateException("broken PEM", broken);
        }
    }
}

package ai.hexabase.console.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificate authorities to trust: Java's own, those of the file that {@code SSL_CERT_FILE} names, and given ones. */
final class Authorities {
    private static final String FILE = "SSL_CERT_FILE";

    private Authorities() {}

    static SSLContext trusting(List<X509Certificate> own) {
        try {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            var count = 0;
            for (var authority : Stream.of(javas(), ofFile(System.getenv(FILE)), own)
                    .flatMap(List::stream)
                    .toList()) {
                known.setCertificateEntry("authority-" + count++, authority);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(known).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS could not be set up", e);
        }
    }

    private static List<X509Certificate> javas() throws GeneralSecurityException {
        return Arrays.stream(trustManagers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    private static List<X509Certificate> ofFile(@Nullable String file) throws GeneralSecurityException, IOException {
        if (file == null || file.isBlank() || !Files.isReadable(Path.of(file))) {
            return List.of();
        }
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static TrustManagerFactory trustManagers(@Nullable KeyStore known) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory;
    }
}

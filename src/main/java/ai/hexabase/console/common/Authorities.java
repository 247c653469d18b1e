package ai.hexabase.console.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificate authorities of a company, trusted beside the public ones and those of the file that {@code
 * SSL_CERT_FILE} names.
 */
public final class Authorities {
    private static final String FILE = "SSL_CERT_FILE";

    private Authorities() {}

    /** All certificates of the text (PEM); empty when there is none or one cannot be read. */
    public static List<X509Certificate> read(String pem) {
        return PemCertificates.readable(pem);
    }

    /** TLS that trusts these and the public ones. */
    public static SSLContext trusting(List<X509Certificate> authorities) {
        try {
            var known = empty();
            var count = 0;
            for (var authority : publicOnes()) {
                known.setCertificateEntry("public-" + count++, authority);
            }
            for (var authority : ofMachine(System.getenv(FILE))) {
                known.setCertificateEntry("machine-" + count++, authority);
            }
            for (var authority : authorities) {
                known.setCertificateEntry("own-" + count++, authority);
            }
            return context(known);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS could not be set up", e);
        }
    }

    /** TLS that trusts these and nobody else. */
    public static SSLContext trustingOnly(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        var known = empty();
        for (var authority : authorities) {
            known.setCertificateEntry("own-" + known.size(), authority);
        }
        return context(known);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static SSLContext context(KeyStore known) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, trustManagers(known).getTrustManagers(), null);
        return context;
    }

    private static List<X509Certificate> publicOnes() throws GeneralSecurityException {
        return Arrays.stream(trustManagers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    private static List<X509Certificate> ofMachine(@Nullable String file) throws IOException {
        return file == null || file.isBlank() || !Files.isReadable(Path.of(file))
                ? List.of()
                : read(Files.readString(Path.of(file)));
    }

    private static TrustManagerFactory trustManagers(@Nullable KeyStore known) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory;
    }
}

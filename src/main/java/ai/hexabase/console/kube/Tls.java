package ai.hexabase.console.kube;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes what TLS needs out of PEM texts. */
final class Tls {
    private Tls() {}

    /** The context of one cluster's connections; unreadable parts are a {@code kube-credentials-unreadable} problem. */
    static SSLContext context(KubeAccess access) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(access.credentials()), new TrustManager[] {trust(access.caPem())}, null);
            var name = access.tlsServerName();
            return name == null ? context : new NamedSslContext(context, name);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new ProblemException(
                    Problem.of("kube-credentials-unreadable").saying(unreadable.getMessage()), unreadable);
        }
    }

    /** Trusts the given authorities only, or those of the Java runtime. */
    static X509TrustManager trust(@Nullable String caPem) throws GeneralSecurityException, IOException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(caPem == null ? null : authorities(caPem));
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new GeneralSecurityException("no trust manager for X.509");
    }

    private static KeyStore authorities(String caPem) throws GeneralSecurityException, IOException {
        var store = emptyStore();
        int number = 0;
        for (var certificate : PemCertificates.read(caPem)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    private static KeyManager @Nullable [] keys(Credentials credentials) throws GeneralSecurityException, IOException {
        return switch (credentials) {
            case Credentials.ClientCertificate(var cert, var key) -> {
                var store = emptyStore();
                var chain = PemCertificates.read(cert).toArray(Certificate[]::new);
                store.setKeyEntry("client", Pem.privateKey(key), new char[0], chain);
                var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, new char[0]);
                yield factory.getKeyManagers();
            }
            case Credentials.BearerToken ignored -> null;
            case Credentials.TokenFile ignored -> null;
        };
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

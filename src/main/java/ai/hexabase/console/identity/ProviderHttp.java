package ai.hexabase.console.identity;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** HTTP to a provider: through the machine's proxy, trusting its own authorities too, never following elsewhere. */
final class ProviderHttp {
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private ProviderHttp() {}

    static ClientHttpRequestFactory open(List<X509Certificate> authorities) {
        var http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault());
        if (!authorities.isEmpty()) {
            http.sslContext(trusting(authorities));
        }
        var factory = new JdkClientHttpRequestFactory(http.build());
        factory.setReadTimeout(ANSWER);
        return factory;
    }

    private static SSLContext trusting(List<X509Certificate> authorities) {
        try {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            var count = 0;
            for (var authority : publicAuthorities()) {
                known.setCertificateEntry("public-" + count++, authority);
            }
            for (var authority : authorities) {
                known.setCertificateEntry("own-" + count++, authority);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(known).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS could not be set up", e);
        }
    }

    private static List<X509Certificate> publicAuthorities() throws GeneralSecurityException {
        return Arrays.stream(trustManagers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    private static TrustManagerFactory trustManagers(@Nullable KeyStore known) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory;
    }
}

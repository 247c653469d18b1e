package ai.hexabase.console.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.UnknownHostException;
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

/** Connections to others: trusting their own authorities beside the public ones, bounded in time. */
public final class OutgoingConnections {
    public static final Duration CONNECT = Duration.ofSeconds(4);
    public static final Duration ANSWER = Duration.ofSeconds(8);

    private OutgoingConnections() {}

    /** HTTP through the machine's proxy, never following elsewhere; whoever asks bounds the answer by {@link #ANSWER}. */
    public static HttpClient http(List<X509Certificate> authorities) {
        var http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.getDefault());
        if (!authorities.isEmpty()) {
            http.sslContext(tls(authorities));
        }
        return http.build();
    }

    /** TLS that trusts these authorities and the public ones. */
    public static SSLContext tls(List<X509Certificate> authorities) {
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

    /** Whether the host is, or its name leads to, the machine that the console runs on. */
    public static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The innermost words are the useful ones: refused, timed out, no valid certification path. */
    public static String words(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var said = cause.getMessage();
        return said == null || said.isBlank() ? cause.getClass().getSimpleName() : said;
    }
}

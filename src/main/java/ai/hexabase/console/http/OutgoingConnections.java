package ai.hexabase.console.http;

import ai.hexabase.console.common.Authorities;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Connections to others: trusting their own authorities beside the public ones, bounded in time. */
public final class OutgoingConnections {
    public static final Duration CONNECT = Duration.ofSeconds(4);
    public static final Duration ANSWER = Duration.ofSeconds(8);

    public static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private static final EnvironmentProxy PROXY = EnvironmentProxy.of(System.getenv());

    private OutgoingConnections() {}

    /**
     * HTTP through the machine's proxy, trusting the machine's authorities, never following elsewhere. Whoever asks
     * bounds the answer by {@link #ANSWER} and adds {@link #proxyAuthorization}, where there is one, as header {@link
     * #PROXY_AUTHORIZATION}.
     *
     * @param authorities to trust beside those that the machine trusts
     */
    public static HttpClient http(List<X509Certificate> authorities) {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy())
                .sslContext(Authorities.trusting(authorities))
                .build();
    }

    /** Java's own settings where there are any, else those of the environment. */
    public static ProxySelector proxy() {
        return hasJavaSettings() ? ProxySelector.getDefault() : PROXY;
    }

    /** What the proxy on the way to that address wants to see; empty when there is none, or it wants nothing. */
    public static Optional<String> proxyAuthorization(URI target) {
        return hasJavaSettings() ? Optional.empty() : PROXY.authorization(target);
    }

    private static boolean hasJavaSettings() {
        return System.getProperty("https.proxyHost") != null || System.getProperty("http.proxyHost") != null;
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

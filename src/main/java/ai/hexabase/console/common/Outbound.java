package ai.hexabase.console.common;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the console talks HTTP to other servers: through the machine's proxy, trusting the machine's authorities, never
 * following elsewhere. Whoever sends a request adds {@link #proxyAuthorization}, where there is one, as header
 * {@link #PROXY_AUTHORIZATION}.
 */
public final class Outbound {
    public static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private static final OutboundProxy PROXY = OutboundProxy.of(System.getenv());

    private Outbound() {}

    /** @param own certificates to trust beside those that the machine trusts */
    public static HttpClient client(Duration connectTimeout, List<X509Certificate> own) {
        return HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy())
                .sslContext(Authorities.trusting(own))
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
}

package ai.hexabase.console.http;

import ai.hexabase.console.common.Authorities;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

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
            http.sslContext(Authorities.trusting(authorities));
        }
        return http.build();
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

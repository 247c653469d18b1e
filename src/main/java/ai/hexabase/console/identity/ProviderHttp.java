package ai.hexabase.console.identity;

import ai.hexabase.console.common.Authorities;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
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
            http.sslContext(Authorities.trusting(authorities));
        }
        var factory = new JdkClientHttpRequestFactory(http.build());
        factory.setReadTimeout(ANSWER);
        return factory;
    }
}

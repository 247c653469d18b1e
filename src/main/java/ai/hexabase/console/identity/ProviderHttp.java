package ai.hexabase.console.identity;

import ai.hexabase.console.http.OutgoingConnections;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** HTTP to a provider. */
final class ProviderHttp {
    private ProviderHttp() {}

    static ClientHttpRequestFactory open(List<X509Certificate> authorities) {
        var factory = new JdkClientHttpRequestFactory(OutgoingConnections.http(authorities));
        factory.setReadTimeout(OutgoingConnections.ANSWER);
        return factory;
    }
}

package ai.hexabase.console.kube;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP client of one cluster: its own TLS, virtual threads, and no redirects that would carry tokens away. */
final class ClusterHttpFactory extends JdkHttpClientFactory {
    private final SSLContext tls;
    private final @Nullable String tlsServerName;

    ClusterHttpFactory(SSLContext tls, @Nullable String tlsServerName) {
        this.tls = tls;
        this.tlsServerName = tlsServerName;
    }

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return HttpClient.newBuilder()
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("kube-http-", 0).factory()));
    }

    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
        builder.sslContext(tls).followRedirects(HttpClient.Redirect.NEVER);
        if (tlsServerName != null) {
            var parameters = new SSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(tlsServerName)));
            builder.sslParameters(parameters);
        }
    }
}

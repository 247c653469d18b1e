package ai.hexabase.console.identity;

import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.http.OutgoingConnections;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * HTTP to a provider: through the machine's proxy, trusting its own authorities too, never to a metadata service, and
 * never reading more than a provider has to say.
 */
final class ProviderHttp {
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private ProviderHttp() {}

    static ClientHttpRequestFactory open(List<X509Certificate> authorities) {
        var factory = new JdkClientHttpRequestFactory(OutgoingConnections.http(authorities));
        factory.setReadTimeout(OutgoingConnections.ANSWER);
        return new InterceptingClientHttpRequestFactory(factory, List.of(ProviderHttp::careful));
    }

    private static ClientHttpResponse careful(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var host = request.getURI().getHost();
        if (host == null || MetadataAddress.isBehind(host)) {
            throw new IOException("The console never calls " + request.getURI());
        }
        OutgoingConnections.proxyAuthorization(request.getURI())
                .ifPresent(value -> request.getHeaders().set(OutgoingConnections.PROXY_AUTHORIZATION, value));
        try (var response = execution.execute(request, body)) {
            var read = response.getBody().readNBytes(LONGEST_ANSWER + 1);
            if (read.length > LONGEST_ANSWER) {
                throw new IOException("The answer of " + request.getURI() + " is longer than any provider’s");
            }
            return new Answer(response.getStatusCode(), response.getStatusText(), response.getHeaders(), read);
        }
    }

    /** An answer that was read to its end. */
    private record Answer(HttpStatusCode status, String text, HttpHeaders headers, byte[] body)
            implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return text;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // read already
        }
    }
}

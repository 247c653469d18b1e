package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one API server, over fabric8's HTTP client.
 *
 * <p>HTTP/1.1 on purpose: every watch has a connection of its own, so one that broke silently takes no other call down.
 */
final class ApiHttp implements AutoCloseable {
    private final KubeAccess access;
    private final Timeouts timeouts;
    private final HttpClient client;

    ApiHttp(KubeAccess access, Timeouts timeouts) {
        this.access = access;
        this.timeouts = timeouts;
        checkToken(access.credentials());
        this.client = client();
    }

    URI server() {
        return access.server();
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /** Sends and reads the whole answer, about one object, within the request timeout. */
    ApiAnswer send(ApiRequest request) {
        return send(request, ApiStream.MOST_OF_AN_OBJECT);
    }

    /** The same for an answer about many objects. */
    ApiAnswer sendForPage(ApiRequest request) {
        return send(request, ApiStream.MOST_BYTES);
    }

    private ApiAnswer send(ApiRequest request, int mostBytes) {
        long deadline = System.nanoTime() + timeouts.request().toNanos();
        try (var stream = open(request, timeouts.request())) {
            return stream.readUntil(deadline, mostBytes);
        }
    }

    /** Sends and waits for the head of the answer; null waits for as long as it takes. */
    ApiStream open(ApiRequest request, @Nullable Duration headTimeout) {
        return ApiStream.open(client, build(request, headTimeout), server(), headTimeout);
    }

    /** Opens a WebSocket; a server that does not want it is a {@code WebSocketHandshakeException}. */
    CompletableFuture<WebSocket> socket(ApiRequest request, String protocol, WebSocket.Listener listener) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        builder.uri(URI.create(address(request)));
        builder.subprotocol(protocol);
        builder.setHeader("User-Agent", ClusterConnection.FIELD_MANAGER);
        builder.connectTimeout(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS);
        var token = token();
        if (token != null) {
            builder.setHeader("Authorization", "Bearer " + token);
        }
        return builder.buildAsync(listener);
    }

    private String address(ApiRequest request) {
        var base = server().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + request.pathAndQuery();
    }

    private HttpRequest build(ApiRequest request, @Nullable Duration headTimeout) {
        var builder = client.newHttpRequestBuilder();
        builder.uri(address(request));
        builder.method(request.method(), request.contentType(), request.body());
        builder.setHeader("Accept", "application/json");
        builder.setHeader("User-Agent", ClusterConnection.FIELD_MANAGER);
        var token = token();
        if (token != null) {
            builder.setHeader("Authorization", "Bearer " + token);
        }
        if (headTimeout != null) {
            builder.timeout(headTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        return builder.build();
    }

    private @Nullable String token() {
        return switch (access.credentials()) {
            case Credentials.ClientCertificate ignored -> null;
            case Credentials.BearerToken(var token) -> token.strip();
            case Credentials.TokenFile(var path) -> {
                try {
                    yield Files.readString(path).strip();
                } catch (IOException unreadable) {
                    throw new ConnectionFailed(
                            ConnectionFailed.Kind.UNAUTHORIZED,
                            server().toString(),
                            "token file: " + unreadable.getMessage(),
                            unreadable);
                }
            }
        };
    }

    private static void checkToken(Credentials credentials) {
        if (credentials instanceof Credentials.BearerToken(var token)
                && !token.strip().matches("[!-~]+")) {
            throw new ProblemException(
                    Problem.of("kube-credentials-unreadable").saying("the token is empty or holds spaces"));
        }
    }

    private HttpClient client() {
        HttpClient.Builder builder = new ClusterHttpFactory(Tls.context(access), access.tlsServerName()).newBuilder();
        builder.connectTimeout(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS);
        builder.preferHttp11();
        builder.tag(noRetries());
        var proxy = access.proxy();
        if (proxy == null) {
            builder.proxyType(HttpClient.ProxyType.DIRECT);
        } else {
            builder.proxyType(HttpClient.ProxyType.HTTP);
            builder.proxyAddress(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
            if (proxy.getUserInfo() != null) {
                var user = proxy.getUserInfo().getBytes(StandardCharsets.UTF_8);
                builder.proxyAuthorization("Basic " + Base64.getEncoder().encodeToString(user));
            }
        }
        return builder.build();
    }

    private static RequestConfig noRetries() {
        return new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build();
    }

    @Override
    public void close() {
        client.close();
    }
}

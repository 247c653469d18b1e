package ai.hexabase.console.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name, in either case. */
final class EnvironmentProxy extends ProxySelector {
    private final @Nullable URI forHttps;
    private final @Nullable URI forHttp;
    private final NoProxy without;

    private EnvironmentProxy(@Nullable URI forHttps, @Nullable URI forHttp, NoProxy without) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.without = without;
    }

    static EnvironmentProxy of(Map<String, String> environment) {
        return new EnvironmentProxy(
                address(value(environment, "https_proxy")),
                address(value(environment, "http_proxy")),
                NoProxy.of(value(environment, "no_proxy")));
    }

    /** The lower-case name goes first, as with curl. */
    private static String value(Map<String, String> environment, String name) {
        var lower = environment.getOrDefault(name, "").strip();
        return lower.isEmpty()
                ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
                : lower;
    }

    private static @Nullable URI address(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            var address = URI.create(text.contains("://") ? text : "http://" + text);
            return address.getHost() == null ? null : address;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private Optional<URI> to(URI target) {
        var host = target.getHost();
        var secure = "https".equalsIgnoreCase(target.getScheme());
        var proxy = secure ? forHttps : forHttp;
        var port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
        return proxy == null || host == null || without.names(host, port) ? Optional.empty() : Optional.of(proxy);
    }

    @Override
    public List<Proxy> select(URI target) {
        return List.of(to(target)
                .map(proxy -> new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(bare(proxy.getHost()), proxy.getPort() >= 0 ? proxy.getPort() : 80)))
                .orElse(Proxy.NO_PROXY));
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Name and password of the proxy's address, as Basic authentication. */
    Optional<String> authorization(URI target) {
        return to(target)
                .map(URI::getRawUserInfo)
                .map(user -> URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8))
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {
        // there is no other proxy to go to
    }
}

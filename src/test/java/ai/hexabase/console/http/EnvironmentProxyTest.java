package ai.hexabase.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way requests to other servers go, by what the environment says. */
class EnvironmentProxyTest {
    private static Proxy way(Map<String, String> environment, String target) {
        return EnvironmentProxy.of(environment).select(URI.create(target)).getFirst();
    }

    private static Proxy without(String noProxy, String target) {
        return way(Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", noProxy), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy"})
    void theProxyOfTheEnvironmentIsUsedInEitherCase(String name) {
        var proxy = way(Map.of(name, "http://proxy.example:3128"), "https://sso.example/");
        assertThat(((InetSocketAddress) proxy.address()).getHostString()).isEqualTo("proxy.example");
        assertThat(((InetSocketAddress) proxy.address()).getPort()).isEqualTo(3128);
        assertThat(way(Map.of(name, "http://proxy.example:3128"), "http://sso.example/"))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(way(Map.of(name, "proxy.example:3128"), "https://sso.example/")
                        .type())
                .isEqualTo(Proxy.Type.HTTP);
    }

    @Test
    void theLowerCaseNameGoesFirst() {
        var both = Map.of("HTTPS_PROXY", "http://upper.example:1", "https_proxy", "http://lower.example:2");
        assertThat(((InetSocketAddress) way(both, "https://sso.example/").address()).getHostString())
                .isEqualTo("lower.example");
    }

    @Test
    void nameAndPasswordOfTheProxyAreShownToItAlone() {
        var proxy = EnvironmentProxy.of(Map.of("https_proxy", "http://me:p%40ss+word@proxy.example:3128"));
        assertThat(proxy.authorization(URI.create("https://sso.example/"))).contains("Basic bWU6cEBzcyt3b3Jk");
        assertThat(proxy.authorization(URI.create("https://localhost/"))).isEmpty();
        assertThat(proxy.authorization(URI.create("http://sso.example/"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sso.example | https://sso.example/",
                ".example | https://sso.example/",
                "*.example | https://sso.example/",
                "EXAMPLE | https://sso.Example/",
                "a.test, b.test,sso.example | https://sso.example/",
                "sso.example:8443 | https://sso.example:8443/",
                "10.0.0.0/8 | https://10.200.3.4/",
                "10.128.0.0/9 | https://10.200.3.4/",
                "fd00::/8 | https://[fd12::1]/",
                "192.0.2.7 | https://192.0.2.7/",
                "* | https://anywhere.test/",
                "'' | https://127.0.0.1:8443/",
                "'' | https://[::1]/",
                "'' | https://localhost/",
            })
    void whatIsExemptIsAskedDirectly(String noProxy, String target) {
        assertThat(without(noProxy, target)).isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so.example | https://sso.example/",
                "sso.example:8443 | https://sso.example/",
                "10.0.0.0/9 | https://10.200.3.4/",
                "10.0.0.0/8 | https://11.0.0.1/",
                "10.0.0.0/8 | https://sso.example/",
                "nonsense/x | https://sso.example/",
            })
    void allElseGoesThroughTheProxy(String noProxy, String target) {
        assertThat(without(noProxy, target).type()).isEqualTo(Proxy.Type.HTTP);
    }

    @Test
    void whatIsNoAddressIsNoProxy() {
        assertThat(way(Map.of("https_proxy", "not an address"), "https://sso.example/"))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(way(Map.of(), "https://sso.example/")).isEqualTo(Proxy.NO_PROXY);
    }
}

package ai.hexabase.console.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.fleet.CertificateAuthority;
import ai.hexabase.console.fleet.Ports;
import ai.hexabase.console.oci.RealRegistry;
import ai.hexabase.console.oci.TlsSite;
import ai.hexabase.console.registry.RegistryCheck.SignIn;
import ai.hexabase.console.test.ConsoleTest;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Registries are asked as a container runtime would ask them, and say why an image cannot be had; on real ones. */
@ConsoleTest
class RegistriesIT {
    private static final String IMAGE = "hexabase/control-plane:1.4.2";

    private static RealRegistry basic;
    private static RealRegistry tokens;
    private static String digest;

    @Autowired
    Registries registries;

    @Autowired
    Acts acts;

    @Autowired
    DSLContext db;

    @BeforeAll
    static void start() {
        basic = RealRegistry.askingForAPassword();
        tokens = RealRegistry.askingForTokens();
        basic.push("hexabase/control-plane", "1.4.2");
        digest = tokens.push("hexabase/control-plane", "1.4.2");
    }

    @AfterAll
    static void stop() {
        basic.close();
        tokens.close();
    }

    @AfterEach
    @WithMockUser(username = "misaki", roles = "ADMIN")
    void forget() {
        registries.all().forEach(registry -> db.execute("delete from image_registry"));
    }

    private ImageRegistry keep(String address, String account, String password, String authorities) {
        return registries.save(new ImageRegistry(RegistryId.random(), address, account, authorities, null), password);
    }

    private ImageRegistry keep(RealRegistry registry, String account, String password) {
        return keep(registry.address(), account, password, registry.authority());
    }

    private @Nullable Problem problem(ImageRegistry registry, String image) {
        return registries.test(registry.id(), image).problem();
    }

    private String code(ImageRegistry registry) {
        return code(registry, IMAGE);
    }

    private String code(ImageRegistry registry, String image) {
        return Objects.requireNonNull(problem(registry, image)).code();
    }

    @Test
    void anImageIsFoundByATokenOfTheServerThatTheRegistryNames() {
        var registry = keep(tokens, RealRegistry.ACCOUNT, RealRegistry.PASSWORD);
        var check = registries.test(registry.id(), IMAGE);
        assertThat(check.problem()).isNull();
        assertThat(check.digest()).isEqualTo(digest);
        assertThat(check.signIn()).isEqualTo(SignIn.TOKEN);
        assertThat(registries.find(registry.id()).orElseThrow().works()).isTrue();
        assertThat(registries
                        .test(registry.id(), "hexabase/control-plane@" + digest)
                        .problem())
                .as("by digest")
                .isNull();
        assertThat(registries
                        .test(registry.id(), registry.address() + "/" + IMAGE)
                        .problem())
                .as("with the address in front")
                .isNull();
    }

    @Test
    void anImageIsFoundByNameAndPassword() {
        var check = registries.test(
                keep(basic, RealRegistry.ACCOUNT, RealRegistry.PASSWORD).id(), IMAGE);
        assertThat(check.problem()).isNull();
        assertThat(check.signIn()).isEqualTo(SignIn.BASIC);
    }

    @Test
    void aWrongPasswordIsToldAsSuch() {
        assertThat(code(keep(basic, RealRegistry.ACCOUNT, "wrong"))).isEqualTo("registry-account-wrong");
        assertThat(code(keep(tokens, RealRegistry.ACCOUNT, "wrong"))).isEqualTo("registry-account-wrong");
    }

    @Test
    void aMissingAccountIsToldAsSuch() {
        assertThat(code(keep(basic, "", ""))).isEqualTo("registry-account-wanted");
        assertThat(code(keep(tokens, "", ""))).isEqualTo("registry-account-wanted");
    }

    @Test
    void anAccountWithoutTheRightToPullIsToldAsSuch() {
        assertThat(code(keep(tokens, RealRegistry.STRANGER, RealRegistry.PASSWORD)))
                .isEqualTo("registry-no-right");
    }

    @Test
    void aMissingTagAndAMissingRepositoryAreToldApart() {
        var registry = keep(tokens, RealRegistry.ACCOUNT, RealRegistry.PASSWORD);
        assertThat(code(registry, "hexabase/control-plane:9.9")).isEqualTo("registry-manifest-missing");
        assertThat(code(registry, "hexabase/nothing:1"))
                .isIn("registry-repository-missing", "registry-manifest-missing");
        assertThat(registries.find(registry.id()).orElseThrow().works()).isFalse();
    }

    @Test
    void anUnknownAuthorityIsToldAsSuch() {
        assertThat(code(keep(basic.address(), RealRegistry.ACCOUNT, RealRegistry.PASSWORD, "")))
                .isEqualTo("registry-authority-unknown");
    }

    @Test
    void aCertificateForAnotherNameIsToldAsSuch() {
        var elsewhere = basic.address().replace("127.0.0.1", "localhost");
        assertThat(code(keep(elsewhere, RealRegistry.ACCOUNT, RealRegistry.PASSWORD, basic.authority())))
                .isEqualTo("registry-other-name");
    }

    @Test
    void anUnknownNameAndAClosedPortAreToldApart() {
        assertThat(code(keep("registry.invalid", "", "", ""))).isEqualTo("registry-name-unknown");
        assertThat(code(keep("127.0.0.1:" + Ports.free(), "", "", ""))).isEqualTo("registry-refused");
    }

    @Test
    void aRegistryWithoutTlsGetsNoPassword() throws IOException {
        try (var plain = new ServerSocket(Ports.free(), 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerWithoutTls(plain));
            assertThat(code(keep("127.0.0.1:" + plain.getLocalPort(), "robot", "secret", "")))
                    .isEqualTo("registry-plain");
        }
    }

    /** As servers do that are greeted with TLS and speak HTTP. */
    private static void answerWithoutTls(ServerSocket plain) {
        try (var caller = plain.accept()) {
            caller.getInputStream().read();
            caller.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
        } catch (IOException gone) {
            // told by the test's assertion
        }
    }

    @Test
    void oneThatSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(Ports.free(), 5, InetAddress.getByName("127.0.0.1"))) {
            assertThat(code(keep("127.0.0.1:" + silent.getLocalPort(), "", "", "")))
                    .isEqualTo("registry-silent");
        }
    }

    private String codeOf(HttpHandler handler) throws IOException {
        var authority = new CertificateAuthority("Corp Root G2", Instant.now());
        try (var site = TlsSite.start(authority, Ports.free(), handler)) {
            return code(keep(site.address(), "robot", "secret", authority.certificate()));
        }
    }

    @Test
    void anOrdinaryWebSiteIsNoRegistry() throws IOException {
        assertThat(codeOf(asked -> TlsSite.respond(asked, 200, "text/html", "<h1>Welcome</h1>")))
                .isEqualTo("registry-none");
        assertThat(codeOf(asked -> TlsSite.respond(asked, 404, "text/html", "<h1>Nothing</h1>")))
                .isEqualTo("registry-none");
    }

    @Test
    void theAccountIsNotSentToATokenServerWithoutTlsNorToMetadata() throws IOException {
        assertThat(codeOf(asked -> {
                    asked.getResponseHeaders()
                            .set("WWW-Authenticate", "Bearer realm=\"http://127.0.0.1:1/token\",service=\"x\"");
                    TlsSite.respond(asked, 401, "application/json", "{}");
                }))
                .isEqualTo("registry-realm");
        assertThat(codeOf(asked -> {
                    asked.getResponseHeaders()
                            .set("WWW-Authenticate", "Bearer realm=\"https://169.254.169.254/token\",service=\"x\"");
                    TlsSite.respond(asked, 401, "application/json", "{}");
                }))
                .isEqualTo("registry-address-forbidden");
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        assertThat(codeOf(asked -> {
                    asked.getResponseHeaders().set("Location", "https://169.254.169.254/");
                    TlsSite.respond(asked, 307, "text/plain", "");
                }))
                .isEqualTo("registry-elsewhere");
    }

    @Test
    void metadataAddressesAreNotKept() {
        assertThatThrownBy(() -> keep("169.254.169.254", "", "", ""))
                .hasMessageContaining("registry-address-forbidden");
    }

    @Test
    void thePasswordIsKeptSealedAndStaysUntilAnotherIsGiven() {
        var registry = keep(basic, RealRegistry.ACCOUNT, RealRegistry.PASSWORD);
        registries.save(registry, null);
        assertThat(problem(registry, IMAGE)).isNull();
        assertThat(db.fetch("select * from image_registry").toString()).doesNotContain("otter");
        assertThat(acts.find(EntryQuery.ALL, 0, 20).toString())
                .contains("registry.add", "registry.test")
                .doesNotContain("otter");
    }

    @Test
    void aChangeMakesTheLastTestForgotten() {
        var registry = keep(basic, RealRegistry.ACCOUNT, RealRegistry.PASSWORD);
        registries.test(registry.id(), IMAGE);
        assertThat(registries.save(registry, null).check()).isNotNull();
        assertThat(registries.save(registry, "wrong").check()).isNull();
    }

    @Test
    @WithMockUser(username = "kenji", roles = "OPERATOR")
    void onlyAdministratorsSetRegistriesUp() {
        assertThatThrownBy(() -> keep(basic, RealRegistry.ACCOUNT, RealRegistry.PASSWORD))
                .hasMessageContaining("role-missing");
    }
}

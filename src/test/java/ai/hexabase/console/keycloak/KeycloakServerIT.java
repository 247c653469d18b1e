package ai.hexabase.console.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.fleet.Ports;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Keycloak fixture keeps its promises, so that the tests standing on it mean something. */
@RealKeycloak
class KeycloakServerIT {
    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;
    private final RealmPeople corporate;
    private final URI app = URI.create("http://127.0.0.1:" + Ports.free());
    private final OidcClient client;
    private final CodeFlow flow;

    KeycloakServerIT(KeycloakServer keycloak, KeycloakAdmin admin) {
        this.keycloak = keycloak;
        this.admin = admin;
        corporate = admin.people(Realms.CORP);
        client = admin.registerConsole(app, "corporate");
        flow = new CodeFlow(keycloak.issuer(Realms.CONSOLE), client);
    }

    @Test
    void aCorporatePersonArrivesWithNameAndGroupsAndWithoutAnExtraPage() {
        var claims = flow.signIn(new Visitor(), "misaki.sato");
        assertThat(claims.path("iss").asString()).isEqualTo(keycloak.url() + "/realms/console");
        assertThat(claims.path("preferred_username").asString()).isEqualTo("misaki.sato");
        assertThat(claims.path("name").asString()).contains("佐藤", "美咲");
        assertThat(claims.path("email").asString()).isEqualTo("misaki.sato@corp.example");
        assertThat(groups(claims)).containsExactly("/it/platform");
    }

    @Test
    void whoIsInNoGroupArrivesWithout() {
        assertThat(groups(flow.signIn(new Visitor(), "taro.none"))).isEmpty();
    }

    @Test
    void changedGroupsArriveWithTheNextSignIn() {
        assertThat(groups(flow.signIn(new Visitor(), "kenji.tanaka"))).containsExactly("/it/operations");
        corporate.setGroups("kenji.tanaka", "/it/change-board", "/audit");
        assertThat(groups(flow.signIn(new Visitor(), "kenji.tanaka")))
                .containsExactlyInAnyOrder("/it/change-board", "/audit");
        corporate.setGroups("kenji.tanaka");
        assertThat(groups(flow.signIn(new Visitor(), "kenji.tanaka"))).isEmpty();
        corporate.setGroups("kenji.tanaka", "/it/operations");
        assertThat(groups(flow.signIn(new Visitor(), "kenji.tanaka"))).containsExactly("/it/operations");
    }

    @Test
    void aDisabledPersonIsRefused() {
        corporate.setEnabled("hanako.mori", false);
        var arrival = new Visitor().signIn(flow.authorization(), "hanako.mori", Person.PASSWORD, flow.redirect());
        assertThat(arrival.page()).contains("Account is disabled");
        corporate.setEnabled("hanako.mori", true);
        assertThat(groups(flow.signIn(new Visitor(), "hanako.mori"))).containsExactly("/it/change-board");
    }

    @Test
    void someoneNewSignsInWithAnyProviderAndHasNoGroupsThere() {
        corporate.create(new Person("yuki.abe", "由紀", "阿部", List.of("/audit")));
        var plain = admin.register(Realms.CORP, OidcClient.plain(app, "other"));
        var claims = new CodeFlow(keycloak.issuer(Realms.CORP), plain).signIn(new Visitor(), "yuki.abe");
        assertThat(groups(claims)).isEmpty();
        var own = admin.register(Realms.CORP, plain.with(OidcClient.Groups.OWN));
        claims = new CodeFlow(keycloak.issuer(Realms.CORP), own).signIn(new Visitor(), "yuki.abe");
        assertThat(groups(claims)).containsExactly("/audit");
    }

    @Test
    void newKeysOfEitherRealmServeTheNextSignIn() {
        flow.signIn(new Visitor(), "aiko.ito");
        for (var realm : List.of(Realms.CORP, Realms.CONSOLE)) {
            var before = admin.signingKey(realm);
            assertThat(admin.rotateKeys(realm)).isNotEqualTo(before);
            assertThat(groups(flow.signIn(new Visitor(), "aiko.ito"))).containsExactly("/audit");
        }
    }

    @Test
    void aSignOutAtTheCorporateSideReachesTheApp() throws Exception {
        var told = new CompletableFuture<String>();
        var listening = listen(told);
        try {
            var claims = flow.signIn(new Visitor(), "misaki.sato");
            corporate.signOut("misaki.sato");
            var token = told.get(30, TimeUnit.SECONDS).replace("logout_token=", "");
            assertThat(CodeFlow.claims(token).path("sid").asString())
                    .isEqualTo(claims.path("sid").asString());
            assertThat(CodeFlow.key(token)).isEqualTo(admin.signingKey(Realms.CONSOLE));
        } finally {
            listening.stop(0);
        }
    }

    @Test
    void aRefusedSecretAndADisabledClientAreSeenByTheApp() {
        admin.renewSecret(Realms.CONSOLE, client.clientId());
        assertThatThrownBy(() -> flow.signIn(new Visitor(), "misaki.sato")).hasMessageContaining("no token");
        admin.change(Realms.CONSOLE, client.clientId(), settings -> settings.put("enabled", false));
        assertThatThrownBy(() -> flow.signIn(new Visitor(), "misaki.sato")).hasMessageContaining("no sign-in form");
    }

    @Test
    void tokensLiveAsLongAsToldAndWhoIsRemovedIsUnknown() {
        admin.setLifespans(Realms.CONSOLE, Duration.ofSeconds(90), Duration.ofMinutes(5), Duration.ofHours(1));
        corporate.create(new Person("ren.kato", "蓮", "加藤", List.of()));
        var claims = flow.signIn(new Visitor(), "ren.kato");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(90);
        assertThat(corporate.sessions("ren.kato")).isEqualTo(1);
        corporate.signOut("ren.kato");
        assertThat(corporate.sessions("ren.kato")).isZero();
        corporate.remove("ren.kato");
        assertThat(corporate.knows("ren.kato")).isFalse();
    }

    @Test
    void comesBackAtTheSameAddressWithTheSameData() {
        corporate.setGroups("taro.none", "/audit");
        keycloak.stop();
        assertThatThrownBy(() -> new Visitor().open(flow.authorization(), flow.redirect()))
                .hasMessageContaining("no answer");
        keycloak.start();
        assertThat(groups(flow.signIn(new Visitor(), "taro.none"))).containsExactly("/audit");
        corporate.setGroups("taro.none");
    }

    @Test
    void renewedRealmsAreAsAtTheStart() {
        corporate.setEnabled("misaki.sato", false);
        flow.signIn(new Visitor(), "aiko.ito");
        admin.renewRealms();
        assertThat(admin.people(Realms.CONSOLE).knows("aiko.ito")).isFalse();
        admin.register(Realms.CONSOLE, client);
        assertThat(groups(flow.signIn(new Visitor(), "misaki.sato"))).containsExactly("/it/platform");
    }

    private HttpServer listen(CompletableFuture<String> told) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), app.getPort()), 0);
        server.createContext(
                URI.create(client.backChannelLogout().orElseThrow()).getPath(), exchange -> {
                    told.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static List<String> groups(JsonNode claims) {
        return StreamSupport.stream(claims.path("groups").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}

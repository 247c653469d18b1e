package ai.hexabase.console.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.RealKeycloak;
import ai.hexabase.console.keycloak.Realms;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ArrayNode;

/** The console sets up its own client at a real Keycloak. */
@RealKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakSetupIT {
    private static final KeycloakWish WISH = new KeycloakWish(
            "hexabase-made",
            "http://127.0.0.1:8080/login/oauth2/code/corporate",
            "http://127.0.0.1:8080/sign-in",
            "http://127.0.0.1:8080/logout/connect/back-channel/corporate");

    private RunningConsole console;
    private KeycloakSetup setup;
    private KeycloakServer keycloak;
    private KeycloakAdmin admin;

    @BeforeAll
    void start(KeycloakServer server, KeycloakAdmin adminOfIt) throws Exception {
        keycloak = server;
        admin = adminOfIt;
        console = RunningConsole.fresh("keycloak-setup");
        setup = console.bean(KeycloakSetup.class);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private KeycloakAccess access(String password) {
        return new KeycloakAccess(keycloak.url(), Realms.CONSOLE, "master", KeycloakServer.ADMIN, password, "");
    }

    private KeycloakAccess access() {
        return access(KeycloakServer.ADMIN_PASSWORD);
    }

    private List<KeycloakChange> changes() {
        return setup.plan(access(), WISH).stream()
                .filter(change -> !change.isNothing())
                .toList();
    }

    @Test
    void whatWasShownIsDoneAndTheSecondTimeNothingIsLeft() {
        assertThat(changes())
                .hasSize(8)
                .allSatisfy(change -> assertThat(change.before()).isEmpty());
        var secret = setup.apply(access(), WISH);
        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(changes()).isEmpty();
        assertThat(setup.apply(access(), WISH)).isEqualTo(secret);
        var client = admin.client(Realms.CONSOLE, WISH.clientId());
        assertThat(client.path("publicClient").asBoolean()).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(client.at("/attributes/backchannel.logout.url").asString()).isEqualTo(WISH.backChannel());

        admin.change(Realms.CONSOLE, WISH.clientId(), changed -> {
            changed.put("implicitFlowEnabled", true);
            ((ArrayNode) changed.withArray("/redirectUris")).removeAll().add("http://127.0.0.1:9999/other");
        });
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).contains("implicitFlowEnabled: true");
            assertThat(change.after()).contains("implicitFlowEnabled: false", "9999/other", WISH.redirect());
        });
        setup.apply(access(), WISH);
        assertThat(changes()).isEmpty();
        assertThat(admin.client(Realms.CONSOLE, WISH.clientId()).path("redirectUris"))
                .hasSize(2);
        assertThat(console.bean(Acts.class).find(EntryQuery.ALL, 0, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act().kind()).isEqualTo("identity.keycloak");
                    assertThat(entry.act().after().toString()).doesNotContain(KeycloakServer.ADMIN_PASSWORD);
                });
    }

    @Test
    void somebodyIsMadeAdministratorAndThatIsShownBefore() {
        var wish = new KeycloakWish("hexabase-given", WISH.redirect(), WISH.afterLogout(), WISH.backChannel());
        for (var name : List.of("misaki-of-realm", "/operators")) {
            var given = wish.withAdministrator(name);
            assertThatThrownBy(() -> setup.apply(access(), given))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("keycloak-nobody"));
        }
        assertThat(setup.plan(access(), wish)).as("nothing was made").noneMatch(KeycloakChange::isNothing);
        admin.createUser(Realms.CONSOLE, "misaki-of-realm");
        admin.createGroup(Realms.CONSOLE, "operators");
        for (var name : List.of("misaki-of-realm", "/operators")) {
            var given = wish.withAdministrator(name);
            assertThat(setup.plan(access(), given).getLast()).satisfies(change -> {
                assertThat(change.object()).contains(name);
                assertThat(change.before()).isEmpty();
                assertThat(change.after()).isEqualTo("admin");
            });
            setup.apply(access(), given);
            assertThat(setup.plan(access(), given)).allMatch(KeycloakChange::isNothing);
        }
    }

    @Test
    void aWrongPasswordIsToldInKeycloaksOwnWords() {
        assertThatThrownBy(() -> setup.plan(access("not the password"), WISH))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("keycloak-refused");
                    assertThat(refused.problem().words()).contains("invalid_grant");
                });
    }
}

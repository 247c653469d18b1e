package ai.hexabase.console.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims say by a provider's rules, and which settings are refused. */
class IdentityTest {
    private static IdentityProvider provider(String issuer, String nameClaim, String rolesClaim, RoleRule... rules) {
        return new IdentityProvider(
                "corporate",
                "Company",
                URI.create(issuer),
                "hexabase-console",
                List.of("profile"),
                nameClaim,
                rolesClaim,
                List.of(rules),
                "",
                false,
                null);
    }

    private static IdentityProvider withClaim(String rolesClaim) {
        return provider(
                "https://sso.example/realms/staff",
                "preferred_username",
                rolesClaim,
                new RoleRule("/it/platform", Role.ADMIN),
                new RoleRule("/it/operations", Role.OPERATOR),
                new RoleRule("/it/operations", Role.APPROVER));
    }

    @Test
    void groupsGiveTheRolesOfTheirRules() {
        var claims = Map.<String, Object>of(
                "preferred_username", "misaki.sato",
                "name", "佐藤 美咲",
                "groups", List.of("/it/operations", "/all-staff"));
        var identity = Identity.of(withClaim("groups"), claims);
        assertThat(identity.name()).isEqualTo("misaki.sato");
        assertThat(identity.displayName()).isEqualTo("佐藤 美咲");
        assertThat(identity.values()).containsExactly("/it/operations", "/all-staff");
        assertThat(identity.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.APPROVER);
    }

    @Test
    void aGroupIsComparedWhole() {
        var claims = Map.<String, Object>of("groups", List.of("/it", "/it/platform-readers", "it/platform"));
        assertThat(Identity.of(withClaim("groups"), claims).roles()).isEmpty();
    }

    @Test
    void rolesMayStandDeeperInTheClaims() {
        var claims = Map.<String, Object>of("realm_access", Map.of("roles", List.of("/it/platform")));
        assertThat(Identity.of(withClaim("realm_access.roles"), claims).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void aClaimWhoseNameIsAnAddressIsFound() {
        var claims = Map.<String, Object>of("https://sso.example/groups", "/it/platform");
        assertThat(Identity.of(withClaim("https://sso.example/groups"), claims).roles())
                .containsExactly(Role.ADMIN);
    }

    @Test
    void whoHasNoNameOrNoGroupIsTold() {
        var nobody = Identity.of(withClaim("groups"), Map.of("sub", "7f0c"));
        assertThat(nobody.name()).isEmpty();
        assertThat(nobody.values()).isEmpty();
        assertThat(nobody.roles()).isEmpty();
    }

    @Test
    void goodSettingsHaveNoProblem() {
        assertThat(ProviderRules.check(withClaim("groups"))).isEmpty();
        assertThat(ProviderRules.check(provider("http://127.0.0.1:8180/realms/console", "sub", "groups")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sso.example/realms/staff",
                "https://admin:secret@sso.example/",
                "https://sso.example/?realm=staff",
                "https://sso.example/#staff",
                "ftp://sso.example/",
                ""
            })
    void anIssuerIsAnAddressWithoutFrills(String issuer) {
        assertThat(ProviderRules.check(provider(issuer, "sub", "groups")))
                .extracting(Problem::code)
                .containsExactly("identity-issuer-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254/", "https://100.100.100.200/", "https://[fe80::1]/"})
    void metadataServicesAreNeverAsked(String issuer) {
        assertThat(ProviderRules.check(provider(issuer, "sub", "groups")))
                .extracting(Problem::code)
                .containsExactly("identity-issuer-forbidden");
    }

    @Test
    void eachFieldHasItsProblem() {
        var empty = new IdentityProvider(
                "Not An Id", "", URI.create(""), " ", List.of(), "", "", List.of(), "no PEM", false, null);
        assertThat(ProviderRules.check(empty))
                .extracting(Problem::code)
                .containsExactly(
                        "identity-id-form",
                        "identity-name-form",
                        "identity-issuer-form",
                        "identity-client-missing",
                        "identity-claim-missing",
                        "identity-authorities-form");
    }

    @Test
    void onlyANewNameLeavesATrialValid() {
        var before = withClaim("groups");
        var renamed = new IdentityProvider(
                before.id(),
                "Another name",
                before.issuer(),
                before.clientId(),
                before.scopes(),
                before.nameClaim(),
                before.rolesClaim(),
                before.rules(),
                before.authorities(),
                false,
                null);
        assertThat(renamed.differsInMoreThanName(before)).isFalse();
        assertThat(withClaim("roles").differsInMoreThanName(before)).isTrue();
    }
}

package ai.hexabase.console.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    private static final Settings SETTINGS = Profile.of(Profile.MEDIUM)
            .settings()
            .with(Setting.MAX_VCLUSTERS, "120")
            .with(Setting.ZONES, "a,b,c")
            .with(Setting.DATABASE_PASSWORD, "sealed-id");

    @Test
    void whatIsWrittenReadsBackTheSameButForThePassword() {
        var file = SettingsFile.write("shop", revision(List.of()));
        assertThat(file)
                .contains("kind: InstallationSettings", "name: shop", "revision: 3", "profile: medium-enterprise")
                .doesNotContain("sealed-id", Setting.DATABASE_PASSWORD.key());
        assertThat(SettingsFile.read(file).settings()).isEqualTo(SETTINGS.with(Setting.DATABASE_PASSWORD, ""));
    }

    @Test
    void decisionsAboutFieldsGoAlongWithTheSettings() {
        var leave = new FieldDecision(
                new FieldClaim(ResourceKind.DEPLOYMENT.named("n", "api"), ".spec.replicas", "kubectl-edit"),
                Decision.LEAVE);
        var take = new FieldDecision(
                new FieldClaim(ResourceKind.CLUSTER_ROLE.named("all"), ".rules", "argo \"x\""), Decision.TAKE_OVER);
        var file = SettingsFile.write("shop", revision(List.of(leave, take)));
        assertThat(SettingsFile.read(file).decisions()).containsExactly(leave, take);
    }

    private static Revision revision(List<FieldDecision> decisions) {
        var taken = decisions.stream()
                .map(each -> new TakenDecision(each, 2, "ken", Instant.EPOCH))
                .toList();
        return new Revision(InstallationId.random(), 3, ClusterId.random(), SETTINGS, "ken", Instant.EPOCH, "", taken);
    }

    @Test
    void settingsThatAreNotInTheFileAreTheProfilesOwn() {
        var settings = SettingsFile.read(file("settings: {max_vclusters: 7}")).settings();
        assertThat(settings.text(Setting.MAX_VCLUSTERS)).isEqualTo("7");
        assertThat(settings.changed()).containsExactly(Setting.MAX_VCLUSTERS);
    }

    @Test
    void valuesThatBreakARuleAreKeptForTheWizardToMark() {
        assertThat(SettingsFile.read(file("settings: {max_vclusters: many}"))
                        .settings()
                        .text(Setting.MAX_VCLUSTERS))
                .isEqualTo("many");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settings: {colour: red} | settings-file-unknown",
                "settings: {database_password: x} | settings-file-unknown",
                "settings: {zones: [a, b]} | settings-file-value",
                "settings: {zones: {a: b}} | settings-file-value",
                "settings: {zones: ~} | settings-file-value",
                "settings: {zones: &a x, backup_schedule: *a} | yaml-alias",
                "ownership: {a: b} | settings-file-ownership",
                "ownership: [{kind: Service}] | settings-file-ownership",
                "ownership: [{apiVersion: v1, kind: Service, name: s, namespace: n, field: .spec.type, manager: m, decision: MINE}]"
                        + " | settings-file-ownership",
                "settings: [ | yaml-broken",
                "--- | yaml-several"
            })
    void rubbishIsRefusedWithAReason(String rest, String code) {
        assertRefused(file(rest), code);
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertRefused("apiVersion: v1\nkind: ConfigMap\nprofile: small-enterprise\n", "settings-file-kind");
        assertRefused("", "settings-file-kind");
        assertRefused("[]", "settings-file-kind");
        assertRefused(file("").replace("small-enterprise", "tiny"), "profile-unknown");
    }

    private static String file(String rest) {
        return "apiVersion: console.hexabase.ai/v1\nkind: InstallationSettings\nprofile: small-enterprise\n" + rest
                + "\n";
    }

    private static void assertRefused(String file, String code) {
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem())
                                .extracting(Problem::code)
                                .isEqualTo(code));
    }
}

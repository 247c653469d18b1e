package ai.hexabase.console.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Revisions that were made with the first 31 settings, and what they rendered before there were more of them. */
class FirstSettingsTest {
    private static final Path KEPT = Path.of("src/test/resources/manifest/first-settings");
    private static final InstallationId ID = InstallationId.of("0b1e7f5e-53c1-4c0b-a3a1-0d8d3f5f2a10");

    @ParameterizedTest
    @ValueSource(
            strings = {"small-enterprise", "medium-enterprise", "large-enterprise", "external-and-split", "backups"})
    void theSettingsThatCameLaterChangeNothingThatAnOldRevisionRenders(String name) throws IOException {
        var settings = read(name);
        var input = new ManifestInput(ID, "shop", 1, settings, OpenedSecrets.databasePassword("p4ss w0rd"));
        var rendered = new StringBuilder();
        for (var each : new Manifests().render(input)) {
            rendered.append("# ").append(each.phase()).append('\n');
            rendered.append(each.object().yaml()).append("---\n");
        }
        assertThat(rendered.toString()).isEqualTo(Files.readString(KEPT.resolve(name + ".yaml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"small-enterprise", "medium-enterprise", "large-enterprise", "external-and-split", "backups"})
    void anOldRevisionIsStillRightAndSaysTheDefaultOfWhatItDidNotKnow(String name) throws IOException {
        var settings = read(name);
        assertThat(settings.values()).hasSize(31).doesNotContainKey(Setting.HTTPS_PORT.key());
        assertThat(new Profiles().validate(settings)).isEmpty();
        assertThat(settings.text(Setting.HTTPS_PORT)).isEqualTo("443");
        assertThat(settings.changed()).doesNotContain(Setting.HTTPS_PORT);
    }

    private static Settings read(String name) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(KEPT.resolve(name + ".json")), Settings.class);
    }
}

package ai.hexabase.console.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();
    private static final InstallationId ID = InstallationId.random();

    private static Export export(Settings settings) {
        return new Export(new Manifests()
                .render(new ManifestInput(ID, "shop", 1, settings, OpenedSecrets.databasePassword("p4ss w0rd"))));
    }

    @Test
    void theYamlHasEveryObjectInTheOrderInWhichItIsApplied() {
        var rendered = new Manifests().render(new ManifestInput(ID, "shop", 1, SMALL));
        var kinds = Stream.of(export(SMALL).yaml().split("(?m)^---$"))
                .map(text -> Yaml.read(text, Yaml.Limits.OWN).path("kind").asString())
                .toList();
        assertThat(kinds)
                .containsExactlyElementsOf(rendered.stream()
                        .map(each -> each.object().kind().kind())
                        .toList());
        assertThat(export(SMALL).secretsLeftOut()).isEmpty();
    }

    @Test
    void noSecretIsInAnyFileAndTheFilesSayWhichIsMissing() throws IOException {
        var export = export(SMALL.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "db.corp.internal"));
        var files = unzipped(export.kustomization());
        files.put("yaml", export.yaml());
        assertThat(files.values()).noneMatch(text -> text.contains("kind: Secret") || text.contains("p4ss"));
        assertThat(export.secretsLeftOut()).hasSize(1);
        var name = export.secretsLeftOut().getFirst();
        assertThat(export.yaml()).startsWith("# Secret " + Names.NAMESPACE + "/" + name + " is left out");
        assertThat(files.get("kustomization.yaml")).startsWith("# Secret ");
    }

    @Test
    void theKustomizationListsAFileForEachObjectInOrder() throws IOException {
        var files = unzipped(export(SMALL).kustomization());
        var index = Yaml.read(String.valueOf(files.get("kustomization.yaml")), Yaml.Limits.OWN);
        var listed = index.path("resources")
                .valueStream()
                .map(each -> each.asString())
                .toList();
        assertThat(files.keySet())
                .startsWith("kustomization.yaml")
                .containsAll(listed)
                .hasSize(listed.size() + 1);
        assertThat(listed.getFirst()).isEqualTo("01-namespace-" + Names.NAMESPACE + ".yaml");
    }

    @Test
    void theSameRevisionGivesTheSameBytes() {
        assertThat(export(SMALL).kustomization()).isEqualTo(export(SMALL).kustomization());
    }

    /** Texts by the names of their files, as they stand in the archive. */
    static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

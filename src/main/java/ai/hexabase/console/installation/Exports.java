package ai.hexabase.console.installation;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.manifest.Export;
import ai.hexabase.console.manifest.ManifestInput;
import ai.hexabase.console.manifest.Manifests;
import org.springframework.stereotype.Service;

/** Revisions as files for other tools; no file holds a secret value. */
@Service
public class Exports {
    private final Installations installations;
    private final Manifests manifests;

    Exports(Installations installations, Manifests manifests) {
        this.installations = installations;
        this.manifests = manifests;
    }

    /** The objects of a revision; an unknown revision is problem {@code revision-unknown}. */
    public Export objects(InstallationId id, int number) {
        var revision = installations.revision(id, number);
        // without what is kept sealed: it stands in Secrets only, and those stay out
        var input = new ManifestInput(id, installations.get(id).name(), number, revision.settings());
        return new Export(manifests.render(input));
    }

    /** The settings of a revision as a file that {@link #imported(String)} reads, here or in another console. */
    public String settingsFile(InstallationId id, int number) {
        var revision = installations.revision(id, number);
        return SettingsFile.write(installations.get(id).name(), revision);
    }

    /** What a settings file says, right or wrong; what is no settings file is a problem that says why. */
    public ImportedSettings imported(String file) {
        return SettingsFile.read(file);
    }
}

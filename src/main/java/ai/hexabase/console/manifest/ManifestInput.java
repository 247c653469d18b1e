package ai.hexabase.console.manifest;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.profile.Settings;

/** What objects are made from. */
public record ManifestInput(
        InstallationId installation, String name, int revision, Settings settings, OpenedSecrets secrets) {
    public ManifestInput(InstallationId installation, String name, int revision, Settings settings) {
        this(installation, name, revision, settings, OpenedSecrets.NONE);
    }

    @Override
    public String toString() {
        return name + " revision " + revision;
    }
}

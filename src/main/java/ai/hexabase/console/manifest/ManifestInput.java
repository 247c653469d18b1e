package ai.hexabase.console.manifest;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.profile.Settings;

/**
 * What objects are made from.
 *
 * @param databasePassword password of an external database in clear, empty when there is none; never stored or shown
 */
public record ManifestInput(
        InstallationId installation, String name, int revision, Settings settings, String databasePassword) {
    public ManifestInput(InstallationId installation, String name, int revision, Settings settings) {
        this(installation, name, revision, settings, "");
    }

    @Override
    public String toString() {
        return name + " revision " + revision;
    }
}

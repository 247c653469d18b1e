package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.registry.Registries;
import java.time.Clock;

/** What fields of settings need beside the settings themselves. */
record SettingTools(Installations installations, Certificates certificates, Registries registries, Clock clock) {}

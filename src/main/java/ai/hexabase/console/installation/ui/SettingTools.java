package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.installation.Installations;
import java.time.Clock;

/** What fields of settings need beside the settings themselves. */
record SettingTools(Installations installations, Certificates certificates, Clock clock) {}

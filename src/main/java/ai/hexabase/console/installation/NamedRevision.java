package ai.hexabase.console.installation;

import ai.hexabase.console.common.InstallationId;

/** Which revision of which installation, as people call them. */
public record NamedRevision(String name, InstallationId installation, int number) {}

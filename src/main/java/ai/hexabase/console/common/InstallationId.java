package ai.hexabase.console.common;

import java.util.UUID;

/** Identifies an installation. */
public record InstallationId(UUID value) {
    public static InstallationId random() {
        return new InstallationId(UUID.randomUUID());
    }

    /** Reads an id as written in links. */
    public static InstallationId of(String text) {
        return new InstallationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

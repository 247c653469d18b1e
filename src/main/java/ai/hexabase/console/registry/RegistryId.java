package ai.hexabase.console.registry;

import java.util.UUID;

/** Identifies a kept registry. */
public record RegistryId(UUID value) {
    public static RegistryId random() {
        return new RegistryId(UUID.randomUUID());
    }

    /** Reads an id as written in links. */
    public static RegistryId of(String text) {
        return new RegistryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package ai.hexabase.console.common;

import java.util.UUID;

/** Identifies a registered cluster. */
public record ClusterId(UUID value) {
    public static ClusterId random() {
        return new ClusterId(UUID.randomUUID());
    }

    /** Reads an id as written in links. */
    public static ClusterId of(String text) {
        return new ClusterId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package ai.hexabase.console.rollout;

import java.util.UUID;

/** Identifies a rollout. */
public record RolloutId(UUID value) {
    static RolloutId random() {
        return new RolloutId(UUID.randomUUID());
    }

    /** Reads an id as written in links; anything else is an {@link IllegalArgumentException}. */
    public static RolloutId of(String text) {
        return new RolloutId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

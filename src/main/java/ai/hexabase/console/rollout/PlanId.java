package ai.hexabase.console.rollout;

import java.util.UUID;

/** Identifies a plan. */
public record PlanId(UUID value) {
    static PlanId random() {
        return new PlanId(UUID.randomUUID());
    }

    /** Reads an id as written in links; anything else is an {@link IllegalArgumentException}. */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

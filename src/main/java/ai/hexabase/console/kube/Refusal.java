package ai.hexabase.console.kube;

import java.util.List;

/**
 * Why the API server said no.
 *
 * @param code HTTP status, such as 403 or 422
 * @param reason the Status object's reason, such as {@code Invalid}, {@code Forbidden}, {@code NotFound}
 * @param message the server's own words
 * @param causes single fields and their messages, when the server names them
 */
public record Refusal(int code, String reason, String message, List<Cause> causes) {
    /** One field the server objects to. */
    public record Cause(String field, String message) {}

    public Refusal {
        causes = List.copyOf(causes);
    }
}

package ai.hexabase.console.kube;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Kubernetes' Status objects and warning headers. */
final class Statuses {
    private static final Pattern OTHER_MANAGER = Pattern.compile("conflict with \"((?:[^\"\\\\]|\\\\.)*)\"");
    /** RFC 9111's predecessor (RFC 7234, 5.5): code, agent, quoted text, perhaps a date. */
    private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern SCHEMA = Pattern.compile("\\): \\.(\\S+): (.*)");

    private Statuses() {}

    static Refusal refusal(JsonNode status, int code) {
        var causes = new ArrayList<Refusal.Cause>();
        for (var cause : status.at("/details/causes")) {
            causes.add(new Refusal.Cause(
                    cause.path("field").asString(""), cause.path("message").asString("")));
        }
        return new Refusal(
                code,
                status.path("reason").asString("Unknown"),
                status.path("message").asString(""),
                causes);
    }

    /** The refusal of an object that does not fit its schema: API servers answer it with 500, as if they had failed. */
    static Optional<Refusal> schemaRefusal(ApiAnswer answer) {
        if (answer.code() != 500 || !answer.isStatus()) {
            return Optional.empty();
        }
        var refusal = refusal(answer.status(), 422);
        return refusal.message().startsWith("failed to create typed patch object")
                ? Optional.of(new Refusal(422, "Invalid", refusal.message(), schemaCauses(refusal.message())))
                : Optional.empty();
    }

    /** Such as {@code failed to create typed patch object (ns/name; apps/v1, Kind=Deployment): .spec.x: reason}. */
    private static List<Refusal.Cause> schemaCauses(String message) {
        var told = SCHEMA.matcher(message);
        return told.find() ? List.of(new Refusal.Cause(told.group(1), told.group(2))) : List.of();
    }

    /** The fields that other managers own; empty when this is no conflict of field managers. */
    static List<FieldConflict> conflicts(JsonNode status) {
        var conflicts = new ArrayList<FieldConflict>();
        for (var cause : status.at("/details/causes")) {
            if ("FieldManagerConflict".equals(cause.path("reason").asString(""))) {
                var message = cause.path("message").asString("");
                var manager = OTHER_MANAGER.matcher(message);
                conflicts.add(new FieldConflict(
                        manager.find() ? unquoted(manager.group(1)) : "?",
                        cause.path("field").asString(""),
                        message));
            }
        }
        return conflicts;
    }

    static List<String> warnings(List<String> headers) {
        var texts = new ArrayList<String>();
        for (var header : headers) {
            var warning = WARNING.matcher(header);
            while (warning.find()) {
                texts.add(unquoted(warning.group(1)));
            }
        }
        return texts.stream().distinct().toList();
    }

    /** In seconds, as API servers send it (RFC 9110, 10.2.3); a date is not heard. */
    static @Nullable Duration retryAfter(@Nullable String header) {
        return header != null && header.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : null;
    }

    private static String unquoted(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}

package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API server's ways of saying no, in its own words. */
final class Refusals {
    private Refusals() {}

    static RequestRefused notFound(ObjectRef ref) {
        return refused(404, "NotFound", resource(ref.kind()) + " \"" + ref.name() + "\" not found");
    }

    static RequestRefused kindNotFound() {
        return refused(404, "NotFound", "the server could not find the requested resource");
    }

    static RequestRefused alreadyExists(ObjectRef ref) {
        return refused(409, "AlreadyExists", resource(ref.kind()) + " \"" + ref.name() + "\" already exists");
    }

    static RequestRefused otherUid(ObjectRef ref, String wanted, String found) {
        return refused(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + resource(ref.kind()) + " \"" + ref.name()
                        + "\": Precondition failed: UID in precondition: " + wanted + ", UID in object meta: " + found);
    }

    /** Admission's no. */
    static RequestRefused forbidden(ObjectRef ref, String why) {
        return refused(403, "Forbidden", resource(ref.kind()) + " \"" + ref.name() + "\" is forbidden: " + why);
    }

    /** The authoriser's no. */
    static RequestRefused mayNot(
            String user, String verb, ResourceKind kind, @Nullable String namespace, @Nullable String name) {
        var what = name == null ? resource(kind) : resource(kind) + " \"" + name + "\"";
        var where = kind.namespaced() && namespace != null
                ? "in the namespace \"" + namespace + "\""
                : "at the cluster scope";
        return refused(
                403,
                "Forbidden",
                "%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                        .formatted(what, user, verb, kind.plural(), kind.group(), where));
    }

    static RequestRefused invalid(ObjectRef ref, List<Refusal.Cause> causes) {
        var group = ref.kind().group();
        var kind = ref.kind().kind() + (group.isEmpty() ? "" : "." + group);
        var texts = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
        var all = texts.size() == 1 ? texts.getFirst() : texts.stream().collect(Collectors.joining(", ", "[", "]"));
        return new RequestRefused(
                new Refusal(422, "Invalid", kind + " \"" + ref.name() + "\" is invalid: " + all, causes));
    }

    static RequestRefused badRequest(String message) {
        return refused(400, "BadRequest", message);
    }

    static RequestRefused refused(int code, String reason, String message) {
        return new RequestRefused(new Refusal(code, reason, message, List.of()));
    }

    private static String resource(ResourceKind kind) {
        return kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
    }
}

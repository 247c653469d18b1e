package ai.hexabase.console.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds values among the claims of a token (OpenID Connect Core, section 5). */
final class Claims {
    private Claims() {}

    /** The text at the path; empty when there is none. */
    static Optional<String> text(Map<String, Object> claims, String path) {
        return at(claims, path).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The texts at the path of a list, or the single one. */
    static List<String> texts(Map<String, Object> claims, String path) {
        return at(claims, path)
                .map(found -> found instanceof Collection<?> many ? many : List.of(found))
                .orElse(List.of())
                .stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    /** A claim of just that name goes before a path, for names may hold dots, as those that are addresses do. */
    private static Optional<Object> at(Map<?, ?> claims, String path) {
        var whole = claims.get(path);
        if (whole != null) {
            return Optional.of(whole);
        }
        var dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : Optional.empty();
    }
}

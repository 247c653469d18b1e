package ai.hexabase.console.kube;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to an API server.
 *
 * @param path from the root, such as {@code /api/v1/namespaces}
 */
record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String contentType,
        @Nullable String body) {
    static final String JSON = "application/json";
    static final String APPLY = "application/apply-patch+yaml";

    ApiRequest {
        query = new LinkedHashMap<>(query);
    }

    static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), null, null);
    }

    static ApiRequest post(String path, String body) {
        return new ApiRequest("POST", path, Map.of(), JSON, body);
    }

    static ApiRequest patch(String path, String body) {
        return new ApiRequest("PATCH", path, Map.of(), APPLY, body);
    }

    static ApiRequest delete(String path, String body) {
        return new ApiRequest("DELETE", path, Map.of(), JSON, body);
    }

    /** Adds a query parameter; null leaves the request as it is. */
    ApiRequest with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(query);
        more.put(name, value.toString());
        return new ApiRequest(method, path, more, contentType, body);
    }

    ApiRequest when(boolean wanted, String name, Object value) {
        return wanted ? with(name, value) : this;
    }

    String pathAndQuery() {
        if (query.isEmpty()) {
            return path;
        }
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    static String collection(ResourceKind kind, @Nullable String namespace) {
        var space = kind.namespaced() && namespace != null ? "/namespaces/" + encode(namespace) : "";
        return root(kind) + space + "/" + encode(kind.plural());
    }

    static String object(ObjectRef ref) {
        if (ref.kind().namespaced() && ref.namespace() == null) {
            throw new IllegalArgumentException("No namespace given for " + ref);
        }
        return collection(ref.kind(), ref.namespace()) + "/" + encode(ref.name());
    }

    /** Path of an API group and version. */
    static String root(ResourceKind kind) {
        return kind.group().isEmpty()
                ? "/api/" + encode(kind.version())
                : "/apis/" + encode(kind.group()) + "/" + encode(kind.version());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

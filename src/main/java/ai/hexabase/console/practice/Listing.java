package ai.hexabase.console.practice;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectPage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lists objects page by page. */
final class Listing {
    private Listing() {}

    static ObjectPage page(Shelf shelf, ListQuery query) {
        var rest = objects(shelf, query);
        var token = query.continueToken();
        if (token != null) {
            var last = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            rest = rest.stream()
                    .filter(object -> key(object).compareTo(last) > 0)
                    .toList();
        }
        boolean all = query.limit() <= 0 || rest.size() <= query.limit();
        var items = all ? rest : rest.subList(0, query.limit());
        return new ObjectPage(
                items.stream().map(KubeObject::of).toList(),
                Long.toString(shelf.version()),
                all ? null : token(items.getLast()),
                all ? null : (long) rest.size() - items.size());
    }

    static List<ObjectNode> objects(Shelf shelf, ListQuery query) {
        var filter = Filter.of(query);
        var namespace = query.namespace();
        var all = namespace == null || !query.kind().namespaced()
                ? shelf.all(query.kind())
                : shelf.in(namespace, query.kind());
        return all.stream().filter(filter::takes).toList();
    }

    private static String token(ObjectNode last) {
        return Base64.getUrlEncoder().encodeToString(key(last).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(ObjectNode object) {
        return Meta.namespace(object) + "/" + Meta.name(object);
    }
}

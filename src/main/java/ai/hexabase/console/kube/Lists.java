package ai.hexabase.console.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads lists, whose items come without the kind that only the list says. */
final class Lists {
    private Lists() {}

    private static ApiRequest request(ListQuery query) {
        return ApiRequest.get(ApiRequest.collection(query.kind(), query.namespace()))
                .with("labelSelector", query.labelSelector())
                .with("fieldSelector", query.fieldSelector());
    }

    /** Follows the changes of a list after this version, for some minutes; not all watches end at the same time. */
    static ApiRequest watch(ListQuery query, String from) {
        return request(query)
                .with("watch", true)
                .with("allowWatchBookmarks", true)
                .with("resourceVersion", from)
                .with("timeoutSeconds", ThreadLocalRandom.current().nextInt(240, 360));
    }

    static ObjectPage page(ApiHttp http, ListQuery query) {
        var answer =
                http.sendForPage(request(query).with("limit", query.limit()).with("continue", query.continueToken()));
        var list = answer.json();
        if (!list.path("items").isArray() && !list.path("kind").asString("").endsWith("List")) {
            throw answer.garbage();
        }
        var metadata = list.path("metadata");
        var token = metadata.path("continue").asString("");
        return new ObjectPage(
                items(list, query.kind()),
                metadata.path("resourceVersion").asString(""),
                token.isEmpty() ? null : token,
                metadata.path("remainingItemCount").isNumber()
                        ? metadata.path("remainingItemCount").asLong()
                        : null);
    }

    private static List<KubeObject> items(JsonNode list, ResourceKind kind) {
        var items = new ArrayList<KubeObject>();
        for (var item : list.path("items")) {
            if (item instanceof ObjectNode object) {
                items.add(KubeObject.taking(withKind(object, kind)));
            }
        }
        return items;
    }

    private static ObjectNode withKind(ObjectNode item, ResourceKind kind) {
        if (item.has("kind") && item.has("apiVersion")) {
            return item;
        }
        ObjectNode whole = item.objectNode();
        whole.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        whole.setAll(item);
        return whole;
    }
}

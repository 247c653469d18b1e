package ai.hexabase.console.kube;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param resourceVersion the list's version
 * @param continueToken token for the next page, null on the last
 * @param remaining objects after this page, when the server tells
 */
public record ObjectPage(
        List<KubeObject> items,
        String resourceVersion,
        @Nullable String continueToken,
        @Nullable Long remaining) {
    public ObjectPage {
        items = List.copyOf(items);
    }
}

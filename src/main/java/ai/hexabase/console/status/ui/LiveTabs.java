package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways between the live lists; each keeps the cluster and the namespace that are looked at. */
final class LiveTabs extends Nav {
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("pods", LiveLinks.PODS);
        LISTS.put("workloads", LiveLinks.WORKLOADS);
        LISTS.put("events", LiveLinks.EVENTS);
        LISTS.put("nodes", LiveLinks.NODES);
        LISTS.put("volumes", LiveLinks.VOLUMES);
    }

    private final String here;
    private @Nullable String shown;

    LiveTabs(Sheet<?> sheet) {
        this.here = sheet.path();
        addClassName("hx-live-tabs");
        setAriaLabel(Texts.get("status.tabs"));
    }

    void show(LiveFilter filter) {
        var scope = new LinkedHashMap<String, String>();
        scope.put("cluster", filter.cluster() == null ? "all" : filter.cluster().toString());
        if (filter.namespace() != null) {
            scope.put("namespace", filter.namespace());
        }
        var query = QueryParameters.simple(scope).getQueryString();
        if (query.equals(shown)) {
            return;
        }
        shown = query;
        removeAll();
        LISTS.forEach((name, path) -> {
            var link = LiveTexts.link(path + "?" + query, Texts.get("status." + name + ".tab"));
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        });
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.ManyLogs;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Location;

/** Leads to the logs of the pods shown; those of one namespace at a time. */
final class PodsTogether extends Button {
    private String path = "";

    PodsTogether() {
        addClassName("hx-wide-only");
        addClickListener(click -> open());
    }

    private void open() {
        var place = new Location(path);
        UI.getCurrent().navigate(place.getPath(), place.getQueryParameters());
    }

    void show(LiveModel<PodRow> model) {
        var filter = model.filter();
        var cluster = filter.cluster();
        var namespace = filter.namespace();
        setText(Texts.get("status.logs.open-shown"));
        setEnabled(cluster != null && namespace != null);
        setTooltipText(isEnabled() ? "" : Texts.get("status.logs.open-one-namespace"));
        if (cluster != null && namespace != null) {
            path = filter.narrows()
                    ? LiveLinks.logs(
                            cluster,
                            namespace,
                            model.shown().rows().stream()
                                    .map(PodRow::name)
                                    .limit(ManyLogs.MOST_STREAMS)
                                    .toList())
                    : LiveLinks.logs(cluster, namespace);
        }
    }
}

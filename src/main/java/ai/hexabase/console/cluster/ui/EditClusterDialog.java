package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** Changes a cluster's name and place. */
final class EditClusterDialog extends Dialog {
    private final Div problems = new Div();
    private final SiteForm form = new SiteForm();

    EditClusterDialog(Clusters clusters, RegisteredCluster cluster) {
        setHeaderTitle(Texts.get("cluster.edit.title", cluster.name()));
        setWidth("680px");
        form.with(cluster.name(), cluster.site());
        add(problems, form);
        getFooter()
                .add(
                        Layouts.plain(Texts.get("uikit.cancel"), this::close),
                        Layouts.primary(Texts.get("cluster.edit.save"), () -> save(clusters, cluster)));
    }

    private void save(Clusters clusters, RegisteredCluster cluster) {
        try {
            clusters.rename(cluster.id(), form.name(), form.site());
            close();
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (ProblemException e) {
            if (!form.show(e.problem())) {
                problems.removeAll();
                problems.add(new ProblemNotice(e.problem()));
            }
        }
    }
}

package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.datastore.DatastoreLinks;
import ai.hexabase.console.datastore.Datastores;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Where data are kept, and the way to another database. */
@Route(DatastoreLinks.SETTINGS)
@Menu(order = 930, title = "datastore.menu", icon = "BUNDLE")
@RolesAllowed("ADMIN")
class DatabaseView extends Page {
    private final transient Datastores datastores;
    private final DatabasePanel panel;
    private final Div facts = new Div();

    DatabaseView(Datastores datastores) {
        this.datastores = datastores;
        panel = new DatabasePanel(datastores, this::look);
        LiveUpdates.of(this);
    }

    @Override
    protected String title() {
        return Texts.get("datastore.title");
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("datastore.facts"));
        var present = new Panel(Texts.get("datastore.present"))
                .facts(Layouts.small(Texts.get("datastore.look-again"), this::look))
                .padded(facts);
        var move = new Panel(Texts.get("datastore.external")).padded(panel);
        add(header, Layouts.column(present, move));
        look();
    }

    private void look() {
        show(new StatusLabel(Status.PROGRESSING, Texts.get("datastore.looking")));
        Background.run(
                LiveUpdates.of(this),
                "present",
                datastores::present,
                present -> show(new PresentFacts(present)),
                problem -> show(new ProblemNotice(problem)));
    }

    private void show(Component part) {
        facts.removeAll();
        facts.add(part);
    }
}

package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.AttentionList;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.OverviewPanel.Place;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Home: what needs attention, and each module's part; in an empty console what to do first. */
@Route("")
@Menu(order = 0, title = "shell.overview", icon = "OVERVIEW")
@PermitAll
class OverviewView extends Page {
    private final List<OverviewPanel> panels;

    OverviewView(ObjectProvider<OverviewPanel> contributed) {
        panels = contributed.stream()
                .sorted(Comparator.comparingInt(OverviewPanel::order))
                .toList();
        var live = LiveUpdates.of(this);
        for (var panel : panels) {
            live.whileShown(() -> panel.onChange(() -> live.run("overview", this::rebuild)));
        }
    }

    @Override
    protected String title() {
        return Texts.get("shell.overview");
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(panels.stream().flatMap(panel -> panel.facts().stream()).toArray(Component[]::new));
        add(header);
        add(parts(Place.FIRST));
        var attention =
                panels.stream().flatMap(panel -> panel.attention().stream()).toList();
        var main = parts(Place.MAIN);
        var side = parts(Place.SIDE);
        if (main.isEmpty() && side.isEmpty() && attention.isEmpty()) {
            add(new Panel(Texts.get("shell.start"), nothingYet()));
            return;
        }
        var column = Layouts.column();
        if (!attention.isEmpty()) {
            column.add(attentionPanel(attention));
        }
        column.add(main);
        add(side.isEmpty() ? column : Layouts.besides(column, Layouts.column(side.toArray(Component[]::new))));
    }

    private List<Component> parts(Place place) {
        return panels.stream()
                .filter(panel -> panel.place() == place)
                .flatMap(panel -> panel.build().stream())
                .toList();
    }

    private Component nothingYet() {
        var steps =
                panels.stream().flatMap(panel -> panel.firstSteps().stream()).toArray(Component[]::new);
        return new EmptyState(Icons.CLUSTER, Texts.get("shell.empty.title"), Texts.get("shell.empty.text"), steps);
    }

    private static Panel attentionPanel(List<AttentionItem> items) {
        var list = new AttentionList();
        list.setItems(items);
        return new Panel(Texts.get("shell.attention"), list)
                .count(items.size())
                .facts(Texts.get("shell.attention.order"));
    }
}

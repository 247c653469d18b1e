package ai.hexabase.console.registry.ui;

import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** The image registries that installations may pull from. */
@Route(RegistryLinks.LIST)
@Menu(order = 920, title = "registry.menu", icon = "INSTALLATION")
@RolesAllowed("ADMIN")
class RegistriesView extends Page {
    private final transient Registries registries;
    private final transient Clock clock;

    RegistriesView(Registries registries, Clock clock) {
        this.registries = registries;
        this.clock = clock;
    }

    @Override
    protected String title() {
        return Texts.get("registry.title");
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("registry.facts"));
        header.actions(Layouts.primary(
                Texts.get("registry.add"),
                () -> UI.getCurrent().navigate(RegistryLinks.LIST + "/" + RegistryLinks.NEW)));
        var all = registries.all();
        add(
                header,
                all.isEmpty()
                        ? new Panel(
                                title(),
                                new EmptyState(
                                        Icons.INSTALLATION,
                                        Texts.get("registry.none"),
                                        Texts.get("registry.none.text")))
                        : new Panel(title(), grid(all)).count(all.size()));
    }

    private Grid<ImageRegistry> grid(List<ImageRegistry> all) {
        var grid = Layouts.whole(new Grid<ImageRegistry>());
        grid.setItems(all);
        grid.addComponentColumn(registry -> Layouts.nameLink(RegistryLinks.of(registry.id()), registry.address()))
                .setHeader(Texts.get("registry.address"))
                .setFlexGrow(1);
        grid.addColumn(RegistryWords::account)
                .setHeader(Texts.get("registry.account"))
                .setFlexGrow(1);
        grid.addComponentColumn(RegistryWords::state)
                .setHeader(Texts.get("registry.state"))
                .setFlexGrow(2);
        grid.addColumn(this::tested)
                .setHeader(Texts.get("registry.tested"))
                .setWidth("150px")
                .setFlexGrow(0);
        return grid;
    }

    private String tested(ImageRegistry registry) {
        var check = registry.check();
        return check == null ? "" : Formats.when(check.at(), clock.instant(), ReaderZone.get());
    }
}

package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.security.SessionSettings;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** How people sign in: through which identity providers, and with the console's own accounts. */
@Route(SignInLinks.SETTINGS)
@Menu(order = 910, title = "identity.menu", icon = "KEY")
@RolesAllowed("ADMIN")
class SignInSettingsView extends Page {
    private final transient IdentityProviders providers;
    private final transient SessionSettings sessions;
    private final transient Clock clock;

    SignInSettingsView(IdentityProviders providers, SessionSettings sessions, Clock clock) {
        this.providers = providers;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected String title() {
        return Texts.get("identity.title");
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("identity.facts"));
        header.actions(addButton());
        add(header, panel(providers.all()), new SessionLimitsPanel(sessions, this::rebuild), local());
    }

    private static Button addButton() {
        return Layouts.primary(
                Texts.get("identity.add"), () -> UI.getCurrent().navigate(SignInLinks.provider(SignInLinks.NEW)));
    }

    private Panel panel(List<IdentityProvider> all) {
        var title = Texts.get("identity.providers");
        return all.isEmpty()
                ? new Panel(
                        title, new EmptyState(Icons.KEY, Texts.get("identity.none"), Texts.get("identity.none.text")))
                : new Panel(title, grid(all)).count(all.size());
    }

    private Grid<IdentityProvider> grid(List<IdentityProvider> all) {
        var grid = Layouts.whole(new Grid<IdentityProvider>());
        grid.setItems(all);
        grid.addComponentColumn(SignInSettingsView::link)
                .setHeader(Texts.get("identity.name"))
                .setFlexGrow(1);
        grid.addComponentColumn(provider -> new Code(provider.issuer().toString()))
                .setHeader(Texts.get("identity.issuer"))
                .setFlexGrow(2);
        grid.addComponentColumn(SignInSettingsView::state)
                .setHeader(Texts.get("identity.state"))
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::tested)
                .setHeader(Texts.get("identity.tested"))
                .setWidth("150px")
                .setFlexGrow(0);
        return grid;
    }

    private static Component link(IdentityProvider provider) {
        return Layouts.nameLink(SignInLinks.provider(provider.id()), provider.name());
    }

    private static Component state(IdentityProvider provider) {
        return provider.on()
                ? new StatusLabel(Status.OK, Texts.get("identity.on"))
                : new StatusLabel(Status.WAITING, Texts.get("identity.off"));
    }

    private Component tested(IdentityProvider provider) {
        var when = provider.testedAt();
        return new Span(
                when == null ? Texts.get("identity.untested") : Formats.when(when, clock.instant(), ReaderZone.get()));
    }

    private static Panel local() {
        return new Panel(Texts.get("identity.local")).padded(new Paragraph(Texts.get("identity.local.text")));
    }
}

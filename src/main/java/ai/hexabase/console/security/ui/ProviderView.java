package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One identity provider: its connection, who may do what, a sign-in on trial, and the switch. */
@Route(SignInLinks.SETTINGS + "/:provider")
@RolesAllowed("ADMIN")
class ProviderView extends Page implements BeforeEnterObserver {
    private final transient ProviderTools tools;
    private transient ProviderEditor editor;

    ProviderView(ProviderTools tools) {
        this.tools = tools;
        editor = editor(null);
        var live = LiveUpdates.of(this);
        live.whileShown(() -> tools.trials().listen((id, trial) -> live.run("trial", () -> editor.heard(id))));
    }

    private ProviderEditor editor(@Nullable IdentityProvider wanted) {
        return new ProviderEditor(tools, wanted, added -> UI.getCurrent().navigate(SignInLinks.provider(added.id())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("provider").orElse("");
        editor = editor(
                SignInLinks.NEW.equals(id)
                        ? null
                        : tools.providers()
                                .find(id)
                                .orElseThrow(() -> new NotFoundException("no identity provider " + id)));
        entered();
    }

    @Override
    protected String title() {
        return editor.isNew()
                ? Texts.get("identity.add.title")
                : editor.provider().name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("identity.title"), SignInLinks.SETTINGS));
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("identity.lead"));
        header.actions(
                Layouts.plain(Texts.get("identity.keycloak.open"), editor::openKeycloak),
                Layouts.plain(Texts.get("identity.reach"), editor::reach),
                Layouts.primary(Texts.get("identity.save"), editor::save));
        editor.build();
        editor.main().addClassNames("hx-panel", "hx-pad");
        add(header, editor.notices(), Layouts.besides(editor.main(), editor.side()));
    }
}

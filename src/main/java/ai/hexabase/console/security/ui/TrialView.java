package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.security.Trials;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** Where a sign-in on trial ends, in a window of its own. */
@Route(SignInLinks.SETTINGS + "/:provider/trial")
@RolesAllowed("ADMIN")
class TrialView extends Page implements BeforeEnterObserver {
    private final transient IdentityProviders providers;
    private final transient Trials trials;
    private final transient Clock clock;
    private String id = "";

    TrialView(IdentityProviders providers, Trials trials, Clock clock) {
        this.providers = providers;
        this.trials = trials;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("provider").orElse("");
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("identity.trial");
    }

    @Override
    public List<Crumb> crumbs() {
        var name = providers.find(id).map(IdentityProvider::name).orElse(id);
        return List.of(
                new Crumb(Texts.get("identity.title"), SignInLinks.SETTINGS),
                new Crumb(name, SignInLinks.provider(id)));
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("identity.trial.nothing"));
        add(header);
        var provider = providers.find(id);
        var trial = trials.last(id);
        if (provider.isEmpty() || trial.isEmpty()) {
            add(new Panel(title()).padded(new Paragraph(Texts.get("identity.trial.none"))));
            return;
        }
        var claims = List.of(provider.get().nameClaim(), provider.get().rolesClaim());
        add(new Panel(provider.get().name())
                .padded(new TrialFacts(trial.get(), claims, clock), new Paragraph(Texts.get("identity.trial.close"))));
    }
}

package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.identity.ClientKeys;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.KeycloakSetup;
import ai.hexabase.console.identity.ProviderConnection;
import ai.hexabase.console.identity.ProviderConnections;
import ai.hexabase.console.security.Trials;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** One identity provider: its connection, who may do what, a sign-in on trial, and the switch. */
@Route(SignInLinks.SETTINGS + "/:provider")
@RolesAllowed("ADMIN")
class ProviderView extends Page implements BeforeEnterObserver {
    private final transient IdentityProviders providers;
    private final transient Trials trials;
    private final transient ProviderConnections connections;
    private final transient KeycloakSetup keycloak;
    private final transient ClientKeys keys;
    private final transient Clock clock;
    private final Div notices = new Div();
    private final Div side = new Div();
    private transient IdentityProvider provider = ProviderForm.blank("");
    private boolean isNew = true;
    private ProviderForm form = new ProviderForm(provider, true, false);
    private HandOver handOver = new HandOver("");

    ProviderView(
            IdentityProviders providers,
            ProviderConnections connections,
            Trials trials,
            KeycloakSetup keycloak,
            ClientKeys keys,
            Clock clock) {
        this.keys = keys;
        this.connections = connections;
        this.providers = providers;
        this.trials = trials;
        this.keycloak = keycloak;
        this.clock = clock;
        side.addClassName("hx-provider-side");
        var live = LiveUpdates.of(this);
        live.whileShown(() -> trials.listen((id, trial) -> live.run("trial", () -> heard(id))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("provider").orElse("");
        isNew = SignInLinks.NEW.equals(id);
        provider = isNew
                ? ProviderForm.blank(freeId())
                : providers.find(id).orElseThrow(() -> new NotFoundException("no identity provider " + id));
        form = new ProviderForm(provider, isNew, !isNew && providers.hasSecret(id));
        handOver = new HandOver(connections.publicUrl().orElseGet(HandOver::originOfPage));
        notices.removeAll();
        entered();
    }

    private String freeId() {
        var number = 1;
        while (providers.find(name(number)).isPresent()) {
            number++;
        }
        return name(number);
    }

    private static String name(int number) {
        return number == 1 ? "corporate" : "corporate-" + number;
    }

    @Override
    protected String title() {
        return isNew ? Texts.get("identity.add.title") : provider.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("identity.title"), SignInLinks.SETTINGS));
    }

    @Override
    protected void build() {
        // a change of language keeps what was entered
        var entered = form.provider();
        form = new ProviderForm(entered, isNew, !isNew && providers.hasSecret(provider.id()));
        var header = new PageHeader(title());
        header.facts(Texts.get("identity.lead"));
        header.actions(
                Layouts.plain(Texts.get("identity.keycloak.open"), this::openKeycloak),
                Layouts.plain(Texts.get("identity.reach"), this::reach),
                Layouts.primary(Texts.get("identity.save"), this::save));
        handOver.about(entered.id());
        var main = new Div(form, handOver);
        if (!isNew) {
            main.add(keyPanel());
        }
        main.addClassNames("hx-panel", "hx-pad");
        fillSide();
        add(header, notices, Layouts.besides(main, side));
    }

    private ClientKeyPanel keyPanel() {
        var id = provider.id();
        return new ClientKeyPanel(
                keys.published(id),
                handOver.keys(id),
                new ClientKeyPanel.Doing(
                        () -> withKeys(() -> keys.begin(id), "identity.key.begun"),
                        () -> withKeys(() -> keys.replace(id), "identity.key.replaced"),
                        () -> withKeys(() -> keys.end(id), "identity.key.ended")),
                clock);
    }

    private void withKeys(Runnable act, String told) {
        attempt(() -> {
            act.run();
            provider = providers.find(provider.id()).orElse(provider);
            rebuild();
            tell(Status.OK, told, Texts.get(told + ".why"));
        });
    }

    private void fillSide() {
        side.removeAll();
        if (!isNew) {
            side.add(
                    new TrialPanel(provider, trials.last(provider.id()), clock),
                    new SwitchPanel(provider, this::switchOn, this::switchOff, this::remove));
        }
    }

    private void heard(String id) {
        if (id.equals(provider.id())) {
            provider = providers.find(id).orElse(provider);
            fillSide();
        }
    }

    /** Keycloak's answer goes into the form; nothing is saved by that. */
    private void openKeycloak() {
        var entered = form.provider();
        new KeycloakDialog(
                        keycloak,
                        handOver.wish(entered, !keys.published(entered.id()).isEmpty()),
                        entered.authorities(),
                        (issuer, secret) -> {
                            form.fill(issuer, secret);
                            tell(Status.OK, "identity.keycloak.done", Texts.get("identity.keycloak.done.why"));
                        })
                .open();
    }

    /** Asks the issuer what it offers, with what is entered and not saved yet. */
    private void reach() {
        var entered = form.provider();
        form.show(providers.check(entered));
        tell(Status.PROGRESSING, "identity.reaching", "");
        Background.run(LiveUpdates.of(this), "reached", () -> providers.reach(entered), this::reached, problem -> {
            notices.removeAll();
            notices.add(new ProblemNotice(problem));
        });
    }

    private void reached(ProviderConnection connection) {
        tell(
                Status.OK,
                "identity.reached",
                Texts.get(connection.endSession() == null ? "identity.reached.no-logout" : "identity.reached.logout"));
    }

    private void tell(Status status, String what, String why) {
        notices.removeAll();
        notices.add(new ProblemNotice(status, Texts.get(what), why));
    }

    private void save() {
        var entered = form.provider();
        var problems = providers.check(entered);
        form.show(problems);
        if (!problems.isEmpty()) {
            return;
        }
        attempt(() -> {
            if (isNew && providers.find(entered.id()).isPresent()) {
                form.show(List.of(ai.hexabase.console.common.Problem.of("identity-id-taken")));
                return;
            }
            provider = providers.save(entered, form.secret());
            if (isNew) {
                UI.getCurrent().navigate(SignInLinks.provider(provider.id()));
            } else {
                rebuild();
                tell(Status.OK, "identity.saved", Texts.get("identity.saved.why"));
            }
        });
    }

    private void switchOn() {
        attempt(() -> {
            provider = providers.switchOn(provider.id());
            fillSide();
            tell(Status.OK, "identity.is-on", Texts.get("identity.is-on.why"));
        });
    }

    private void switchOff() {
        attempt(() -> {
            provider = providers.switchOff(provider.id());
            fillSide();
        });
    }

    private void remove() {
        var ask = new TypedConfirmation(
                Texts.get("identity.remove.title", provider.name()),
                provider.id(),
                Texts.get("identity.remove"),
                () -> attempt(() -> {
                    providers.remove(provider.id());
                    UI.getCurrent().navigate(SignInLinks.SETTINGS);
                }));
        ask.lost(Texts.get("identity.remove.lost"));
        ask.kept(Texts.get("identity.remove.kept"));
        ask.open();
    }

    private void attempt(Runnable act) {
        try {
            notices.removeAll();
            act.run();
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
        }
    }
}

package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.ProviderConnection;
import ai.hexabase.console.security.Trial;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes one identity provider: its form, what its administrator needs, a sign-in on trial, and the switch. */
final class ProviderEditor {
    private final ProviderTools tools;
    private final Consumer<IdentityProvider> added;
    private final Div notices = new Div();
    private final Div main = new Div();
    private final Div side = new Div();
    private final HandOver handOver;
    private IdentityProvider provider;
    private boolean isNew;
    private ProviderForm form;
    private boolean switchedElsewhere;
    private Optional<Trial> shownTrial = Optional.empty();

    /**
     * @param wanted null for one that is not there yet
     * @param added told when a new one was saved
     */
    ProviderEditor(ProviderTools tools, @Nullable IdentityProvider wanted, Consumer<IdentityProvider> added) {
        this.tools = tools;
        this.added = added;
        isNew = wanted == null;
        provider = wanted == null ? ProviderForm.blank(freeId()) : wanted;
        form = form(provider);
        handOver = new HandOver(tools.connections().publicUrl().orElseGet(HandOver::originOfPage));
        side.addClassName("hx-provider-side");
    }

    /** The page has a button of its own that switches on. */
    void switchedElsewhere() {
        switchedElsewhere = true;
    }

    private String freeId() {
        var number = 1;
        while (tools.providers().find(name(number)).isPresent()) {
            number++;
        }
        return name(number);
    }

    private static String name(int number) {
        return number == 1 ? "corporate" : "corporate-" + number;
    }

    private ProviderForm form(IdentityProvider shown) {
        return new ProviderForm(shown, isNew, !isNew && tools.providers().hasSecret(provider.id()))
                .scopes(tools.scopes());
    }

    /** What came of the last act. */
    Div notices() {
        return notices;
    }

    /** The form, and what the provider's administrator has to enter. */
    Div main() {
        return main;
    }

    /** The trial and the switch. */
    Div side() {
        return side;
    }

    IdentityProvider provider() {
        return provider;
    }

    boolean isNew() {
        return isNew;
    }

    /** Builds the parts, keeping what was entered; also in another language. */
    void build() {
        var entered = form.provider();
        form = form(entered);
        handOver.about(entered.id());
        main.removeAll();
        main.add(form, handOver);
        if (!isNew) {
            main.add(keyPanel());
        }
        fillSide();
    }

    private ClientKeyPanel keyPanel() {
        var id = provider.id();
        var keys = tools.keys();
        return new ClientKeyPanel(
                keys.published(id),
                handOver.keys(id),
                new ClientKeyPanel.Doing(
                        () -> withKeys(() -> keys.begin(id), "identity.key.begun"),
                        () -> withKeys(() -> keys.replace(id), "identity.key.replaced"),
                        () -> withKeys(() -> keys.end(id), "identity.key.ended")),
                tools.clock());
    }

    private void withKeys(Runnable act, String told) {
        attempt(() -> {
            act.run();
            provider = tools.providers().find(provider.id()).orElse(provider);
            build();
            tell(Status.OK, told, Texts.get(told + ".why"));
        });
    }

    private void fillSide() {
        side.removeAll();
        shownTrial = trial();
        if (!isNew) {
            side.add(new TrialPanel(provider, shownTrial, tools.clock()), switchPanel());
        }
    }

    private SwitchPanel switchPanel() {
        return new SwitchPanel(
                provider,
                switchedElsewhere ? null : () -> FreshSignIn.before(this::switchOn),
                () -> FreshSignIn.before(this::switchOff),
                () -> FreshSignIn.before(this::remove));
    }

    private Optional<Trial> trial() {
        return tools.trials().last(provider.id());
    }

    /** Somebody tried to sign in. */
    void heard(String id) {
        var now = tools.providers().find(id).orElse(provider);
        if (id.equals(provider.id()) && !(now.equals(provider) && trial().equals(shownTrial))) {
            provider = now;
            fillSide();
        }
    }

    /** Keycloak's answer goes into the form; nothing is saved by that. */
    void openKeycloak() {
        var entered = form.provider();
        var byKey = !tools.keys().published(entered.id()).isEmpty();
        new KeycloakDialog(
                        tools.keycloak(),
                        handOver.wish(entered, byKey),
                        entered.authorities(),
                        roleless(),
                        (issuer, secret) -> {
                            form.fill(issuer, secret);
                            tell(Status.OK, "identity.keycloak.done", Texts.get("identity.keycloak.done.why"));
                        })
                .open();
    }

    /** Whoever tried to sign in and has no role; empty for nobody. */
    private String roleless() {
        return isNew ? "" : trial().flatMap(Trial::roleless).orElse("");
    }

    /** Asks the issuer what it offers, with what is entered and not saved yet. */
    void reach() {
        var entered = form.provider();
        form.show(tools.providers().check(entered));
        tell(Status.PROGRESSING, "identity.reaching", "");
        Background.run(
                LiveUpdates.of(main), "reached", () -> tools.providers().reach(entered), this::reached, problem -> {
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

    void save() {
        var entered = form.provider();
        var problems = tools.providers().check(entered);
        form.show(problems);
        if (!problems.isEmpty()) {
            return;
        }
        attempt(() -> {
            if (isNew && tools.providers().find(entered.id()).isPresent()) {
                form.show(List.of(Problem.of("identity-id-taken")));
                return;
            }
            var wasNew = isNew;
            provider = tools.providers().save(entered, form.secret());
            isNew = false;
            form = form(provider);
            build();
            tell(Status.OK, "identity.saved", Texts.get("identity.saved.why"));
            if (wasNew) {
                added.accept(provider);
            }
        });
    }

    /** False when that was refused, which is told. */
    boolean switchOn() {
        return attempt(() -> {
            provider = tools.providers().switchOn(provider.id());
            fillSide();
            tell(Status.OK, "identity.is-on", Texts.get("identity.is-on.why"));
        });
    }

    private void switchOff() {
        attempt(() -> {
            provider = tools.providers().switchOff(provider.id());
            fillSide();
        });
    }

    private void remove() {
        var ask = new TypedConfirmation(
                Texts.get("identity.remove.title", provider.name()),
                provider.id(),
                Texts.get("identity.remove"),
                () -> attempt(() -> {
                    tools.providers().remove(provider.id());
                    UI.getCurrent().navigate(SignInLinks.SETTINGS);
                }));
        ask.lost(Texts.get("identity.remove.lost"));
        ask.kept(Texts.get("identity.remove.kept"));
        ask.open();
    }

    private boolean attempt(Runnable act) {
        try {
            notices.removeAll();
            act.run();
            return true;
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
            return false;
        }
    }
}

package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.KeycloakAccess;
import ai.hexabase.console.identity.KeycloakChange;
import ai.hexabase.console.identity.KeycloakSetup;
import ai.hexabase.console.identity.KeycloakWish;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.DiffView;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;

/** Sets up the console's client at a Keycloak server, after showing what that changes there. */
final class KeycloakDialog extends Dialog {
    private final transient KeycloakSetup setup;
    private final transient KeycloakWish wish;
    private final transient BiConsumer<URI, String> onDone;
    private final String authorities;
    private final TextField server = field("server", "https://sso.example.com");
    private final TextField realm = field("realm", "");
    private final TextField adminRealm = field("admin-realm", "");
    private final TextField administrator = field("administrator", "");
    private final PasswordField password = new PasswordField();
    private final TextField becomes = field("becomes-administrator", "");
    private final Div outcome = new Div();
    private final Button look;
    private final Button apply;

    /**
     * @param authorities certificates to trust, as entered in the form
     * @param roleless somebody who tried to sign in and has no role; empty for nobody
     * @param onDone told the issuer and the client's secret
     */
    KeycloakDialog(
            KeycloakSetup setup,
            KeycloakWish wish,
            String authorities,
            String roleless,
            BiConsumer<URI, String> onDone) {
        this.setup = setup;
        this.wish = wish;
        this.authorities = authorities;
        this.onDone = onDone;
        setHeaderTitle(Texts.get("identity.keycloak.title"));
        setWidth("760px");
        adminRealm.setValue("master");
        becomes.setValue(roleless);
        becomes.setHelperText(Texts.get("identity.keycloak.becomes.help"));
        password.setId("keycloak-password");
        password.setWidthFull();
        password.setAutocomplete(Autocomplete.OFF);
        look = Layouts.plain(Texts.get("identity.keycloak.look"), this::look);
        apply = Layouts.primary(Texts.get("identity.keycloak.apply"), this::apply);
        apply.setEnabled(false);
        outcome.addClassName("hx-col");
        add(new Paragraph(Texts.get("identity.keycloak.text")), form(), outcome);
        getFooter().add(new Button(Texts.get("uikit.cancel"), click -> close()), look, apply);
    }

    private static TextField field(String key, String placeholder) {
        var field = new TextField();
        field.setId("keycloak-" + key);
        field.setWidthFull();
        field.setPlaceholder(placeholder);
        field.addClassName("hx-mono-field");
        return field;
    }

    private Div form() {
        var form = Layouts.form();
        form.addFormItem(server, Texts.get("identity.keycloak.server"));
        form.addFormItem(realm, Texts.get("identity.keycloak.realm"));
        form.addFormItem(administrator, Texts.get("identity.keycloak.administrator"));
        form.addFormItem(password, Texts.get("identity.keycloak.password"));
        form.addFormItem(adminRealm, Texts.get("identity.keycloak.admin-realm"));
        form.addFormItem(becomes, Texts.get("identity.keycloak.becomes"));
        for (var field : List.of(server, realm, administrator, adminRealm, becomes)) {
            field.addValueChangeListener(change -> apply.setEnabled(false));
        }
        return new Div(form);
    }

    private KeycloakAccess access() {
        return new KeycloakAccess(
                address(),
                realm.getValue().strip(),
                adminRealm.getValue().strip(),
                administrator.getValue().strip(),
                password.getValue(),
                authorities);
    }

    private KeycloakWish wish() {
        var name = becomes.getValue().strip();
        return wish.withAdministrator(name.isEmpty() ? null : name);
    }

    private URI address() {
        try {
            return URI.create(server.getValue().strip().replaceAll("/$", ""));
        } catch (IllegalArgumentException malformed) {
            return URI.create("");
        }
    }

    private void look() {
        var access = access();
        var wanted = wish();
        show(new StatusLabel(Status.PROGRESSING, Texts.get("identity.keycloak.looking")));
        Background.run(
                LiveUpdates.of(this),
                "keycloak",
                () -> setup.plan(access, wanted),
                this::planned,
                problem -> show(new ProblemNotice(problem)));
    }

    private void planned(List<KeycloakChange> changes) {
        var real = changes.stream().filter(change -> !change.isNothing()).toList();
        outcome.removeAll();
        outcome.add(new StatusLabel(
                real.isEmpty() ? Status.OK : Status.WAITING,
                Texts.get("identity.keycloak.changes", real.size(), changes.size())));
        real.forEach(change -> outcome.add(detail(change)));
        apply.setText(Texts.get(real.isEmpty() ? "identity.keycloak.use" : "identity.keycloak.apply"));
        apply.setEnabled(true);
    }

    private static Details detail(KeycloakChange change) {
        var kind = change.before().isEmpty() ? "identity.keycloak.creates" : "identity.keycloak.changes-one";
        return new Details(Texts.get(kind, change.object()), new DiffView(change.before(), change.after()));
    }

    private void apply() {
        var access = access();
        var wanted = wish();
        apply.setEnabled(false);
        show(new StatusLabel(Status.PROGRESSING, Texts.get("identity.keycloak.applying")));
        Background.run(
                LiveUpdates.of(this),
                "keycloak",
                () -> setup.apply(access, wanted),
                secret -> {
                    close();
                    onDone.accept(URI.create(access.server() + "/realms/" + access.realm()), secret);
                },
                problem -> show(new ProblemNotice(problem)));
    }

    private void show(com.vaadin.flow.component.Component part) {
        outcome.removeAll();
        outcome.add(part);
    }
}

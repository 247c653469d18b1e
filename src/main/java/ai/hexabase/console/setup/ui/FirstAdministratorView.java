package ai.hexabase.console.setup.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.security.Accounts;
import ai.hexabase.console.security.NewAccount;
import ai.hexabase.console.uikit.DoorPage;
import ai.hexabase.console.uikit.FieldProblems;
import ai.hexabase.console.uikit.SetupStep;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;

/** Opened by the setup link: creates the first administrator, once. */
@Route(value = SetupStep.PLACE + "/:token([A-Za-z0-9_-]{20,})", autoLayout = false)
@AnonymousAllowed
class FirstAdministratorView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle, LocaleChangeObserver {
    private final Accounts accounts;
    private String token = "";
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final Div fields = new Div();
    private final TextField username = new TextField();
    private final TextField displayName = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private final Button create = new Button();
    private boolean touched;

    FirstAdministratorView(Accounts accounts) {
        this.accounts = accounts;
        username.setAutocomplete(Autocomplete.USERNAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(change -> showPasswordProblem());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setDisableOnClick(true);
        create.addClickListener(click -> create());
        fields.addClassName("hx-door-fields");
        fields.add(username, displayName, password, repeated, create);
        content(title, lead, fields);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        refresh();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        refresh();
    }

    private void refresh() {
        var open = accounts.mayCreateFirst(token);
        fields.setVisible(open);
        title.setText(getTranslation(open ? "setup.first.title" : "problem.setup-link-closed.what"));
        lead.setText(getTranslation(open ? "setup.first.lead" : "problem.setup-link-closed.action"));
        username.setLabel(getTranslation("security.username"));
        username.setHelperText(getTranslation("setup.first.username.help"));
        displayName.setLabel(getTranslation("setup.first.display-name"));
        password.setLabel(getTranslation("security.password"));
        password.setHelperText(getTranslation("setup.first.password.help"));
        repeated.setLabel(getTranslation("setup.first.password-again"));
        create.setText(getTranslation("setup.first.create"));
        if (touched) {
            show(accounts.check(entered()));
        }
    }

    private void create() {
        touched = true;
        create.setEnabled(true);
        var problems = accounts.check(entered());
        show(problems);
        var same = password.getValue().equals(repeated.getValue());
        FieldProblems.mark(repeated, same ? "" : getTranslation("setup.first.password-differs"));
        if (!problems.isEmpty() || !same) {
            return;
        }
        try {
            accounts.createFirst(token, entered());
            getUI().ifPresent(ui -> ui.getPage().setLocation(SetupStep.PLACE));
        } catch (ProblemException refused) {
            refresh();
        }
    }

    private NewAccount entered() {
        return new NewAccount(username.getValue(), displayName.getValue(), password.getValue());
    }

    private void showPasswordProblem() {
        if (!password.isEmpty()) {
            FieldProblems.show(Map.of("password", password), accounts.check(entered()));
        }
    }

    private void show(List<Problem> problems) {
        FieldProblems.show(Map.of("username", username, "display-name", displayName, "password", password), problems);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.first.title") + " | Hexabase Console";
    }
}

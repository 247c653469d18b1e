package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.security.AccountRenewals;
import ai.hexabase.console.uikit.DoorPage;
import ai.hexabase.console.uikit.FieldProblems;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Opened by a link from the server's command line: gives an account of the console itself a new password, once. */
@Route(value = SignInLinks.RENEW + "/:token", autoLayout = false)
@AnonymousAllowed
class RenewAccountView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle, LocaleChangeObserver {
    private final transient AccountRenewals renewals;
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final Div fields = new Div();
    private final PasswordField password = field("renew-password");
    private final PasswordField repeated = field("renew-repeated");
    private final Button renew = new Button();
    private String token = "";

    RenewAccountView(AccountRenewals renewals) {
        this.renewals = renewals;
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(change -> showPasswordProblem());
        renew.addThemeVariants(ButtonVariant.PRIMARY);
        renew.setDisableOnClick(true);
        renew.addClickListener(click -> renew());
        fields.addClassName("hx-door-fields");
        fields.add(password, repeated, renew);
        content(title, lead, fields);
    }

    private static PasswordField field(String id) {
        var field = new PasswordField();
        field.setId(id);
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        return field;
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
        var account = renewals.account(token);
        fields.setVisible(account.isPresent());
        title.setText(getTranslation(account.isPresent() ? "renew.title" : "problem.renewal-link-closed.what"));
        lead.setText(account.map(name -> getTranslation("renew.lead", name))
                .orElseGet(() -> getTranslation("problem.renewal-link-closed.action")));
        password.setLabel(getTranslation("renew.password"));
        password.setHelperText(getTranslation("setup.first.password.help"));
        repeated.setLabel(getTranslation("setup.first.password-again"));
        renew.setText(getTranslation("renew.do"));
    }

    private void renew() {
        renew.setEnabled(true);
        var problem = renewals.check(token, password.getValue());
        mark(password, problem);
        var same = password.getValue().equals(repeated.getValue());
        FieldProblems.mark(repeated, same ? "" : getTranslation("setup.first.password-differs"));
        if (problem.isPresent() || !same) {
            return;
        }
        try {
            var request = VaadinRequest.getCurrent();
            renewals.renew(token, password.getValue(), request == null ? null : request.getRemoteAddr());
            getUI().ifPresent(ui -> ui.getPage().setLocation(SignInView.ROUTE));
        } catch (ProblemException refused) {
            refresh();
        }
    }

    private void showPasswordProblem() {
        mark(password, password.isEmpty() ? Optional.empty() : renewals.check(token, password.getValue()));
    }

    private static void mark(PasswordField field, Optional<Problem> problem) {
        FieldProblems.mark(field, problem.map(FieldProblems::words).orElse(""));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("renew.title") + " | Hexabase Console";
    }
}

package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.security.Confirmations;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Optional;

/** Asks for the password again, or leads to the provider in a window of its own; the page below stays as it is. */
final class ConfirmDialog extends Dialog {
    private final transient Confirmations confirmations;
    private final transient Runnable then;
    private final Div outcome = new Div();
    private final PasswordField password = new PasswordField();

    ConfirmDialog(Confirmations confirmations, Runnable then) {
        this.confirmations = confirmations;
        this.then = then;
        setHeaderTitle(Texts.get("security.confirm.title"));
        addClassName("hx-confirmation");
        setWidth("468px");
        outcome.addClassName("hx-col");
        var column = Layouts.column(new Paragraph(
                Texts.get("security.confirm.text", confirmations.longest().toMinutes())));
        add(column);
        var way = confirmations.begin();
        if (way.isPresent()) {
            throughProvider(column, way.get());
        } else {
            byPassword(column);
        }
    }

    private void throughProvider(Div column, String way) {
        var begin = new Anchor(way, Texts.get("security.confirm.provider"));
        begin.setRouterIgnore(true);
        begin.setTarget(AnchorTarget.BLANK);
        begin.addClassNames("hx-button", "hx-primary");
        outcome.add(new StatusLabel(Status.WAITING, Texts.get("security.confirm.waiting")));
        column.add(outcome);
        getFooter().add(cancel(), begin);
        var live = LiveUpdates.of(this);
        live.whileShown(() -> confirmations.listen(came -> live.run("confirmed", () -> heard(came))));
    }

    private void byPassword(Div column) {
        password.setLabel(Texts.get("security.password"));
        password.setId("confirm-password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRevealButtonVisible(false);
        password.setWidthFull();
        password.addKeyPressListener(Key.ENTER, press -> check());
        column.add(password, outcome);
        getFooter().add(cancel(), Layouts.primary(Texts.get("security.confirm.go"), this::check));
        password.focus();
    }

    private Button cancel() {
        return Layouts.plain(Texts.get("uikit.cancel"), this::close);
    }

    private void check() {
        try {
            confirmations.byPassword(password.getValue());
            heard(Optional.empty());
        } catch (ProblemException refused) {
            password.clear();
            password.focus();
            heard(Optional.of(refused.problem()));
        }
    }

    private void heard(Optional<Problem> problem) {
        if (problem.isEmpty()) {
            close();
            then.run();
        } else {
            outcome.removeAll();
            outcome.add(new ProblemNotice(problem.get()));
        }
    }
}

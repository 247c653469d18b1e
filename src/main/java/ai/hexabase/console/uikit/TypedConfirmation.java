package ai.hexabase.console.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Asks for a name or count to be typed before something is lost; says what is lost, what is kept, how long it takes. */
public final class TypedConfirmation extends Dialog {
    private final UnorderedList facts = new UnorderedList();
    private final TextField typed = new TextField();
    private final Button confirm;

    public TypedConfirmation(String title, String expected, String confirmLabel, Runnable action) {
        setHeaderTitle(title);
        addClassName("hx-confirmation");
        setWidth("468px");
        facts.addClassName("hx-facts");
        typed.setLabel(Texts.get("uikit.confirm.type", expected));
        typed.setWidthFull();
        typed.addClassName("hx-mono-field");
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        confirm = new Button(confirmLabel, click -> {
            close();
            action.run();
        });
        confirm.addThemeVariants(ButtonVariant.ERROR);
        confirm.setEnabled(false);
        typed.addValueChangeListener(
                change -> confirm.setEnabled(expected.equals(change.getValue().strip())));
        add(facts, typed);
        getFooter().add(new Button(Texts.get("uikit.cancel"), click -> close()), confirm);
        typed.focus();
    }

    public TypedConfirmation lost(String what) {
        return fact(Status.FAILED, Texts.get("uikit.confirm.lost"), what);
    }

    public TypedConfirmation kept(String what) {
        return fact(Status.OK, Texts.get("uikit.confirm.kept"), what);
    }

    /** How long it takes, or how to get back. */
    public TypedConfirmation note(String what) {
        return fact(Status.WAITING, "", what);
    }

    TextField field() {
        return typed;
    }

    Button confirm() {
        return confirm;
    }

    private TypedConfirmation fact(Status status, String heading, String what) {
        var words = new Span();
        if (!heading.isEmpty()) {
            var bold = new Span(heading);
            bold.addClassName("hx-b");
            words.add(bold);
        }
        words.add(new Span(what));
        facts.add(new ListItem(status.shape(), words));
        return this;
    }
}

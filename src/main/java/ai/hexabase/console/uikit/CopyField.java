package ai.hexabase.console.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/** A text for a machine, with a button that copies it. */
public final class CopyField extends Div {
    public CopyField(String text) {
        addClassName("hx-copy");
        var copy = new Button(Icons.COPY.create());
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.addClassName("hx-icon-button");
        copy.setAriaLabel(Texts.get("uikit.copy", text));
        copy.addClickListener(click -> {
            getElement().executeJs("navigator.clipboard?.writeText($0)", text);
            copy.setIcon(Icons.CHECK.create());
        });
        add(new Code(text), copy);
    }
}

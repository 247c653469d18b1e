package ai.hexabase.console.terminal.ui;

import ai.hexabase.console.terminal.CommandWords;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** Which container, which program, and why. */
final class TerminalForm extends Div {
    private static final List<String> SHELLS = List.of("sh", "bash");

    private final Select<String> container = new Select<>();
    private final ComboBox<String> command = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Button open;

    TerminalForm(Runnable onOpen) {
        container.setEmptySelectionAllowed(false);
        command.setItems(SHELLS);
        command.setAllowCustomValue(true);
        command.addCustomValueSetListener(typed -> command.setValue(typed.getDetail()));
        command.setValue(SHELLS.getFirst());
        command.setHelperText(Texts.get("terminal.command.help"));
        reason.setMaxLength(400);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(Texts.get("terminal.reason.help"));
        open = Layouts.primary(Texts.get("terminal.open"), onOpen);
        // until the containers are known
        open.setEnabled(false);
        var form = Layouts.form();
        form.addFormItem(container, Texts.get("terminal.container"));
        form.addFormItem(command, Texts.get("terminal.command"));
        form.addFormItem(reason, Texts.get("terminal.reason"));
        form.addFormItem(open, "");
        container.setWidthFull();
        command.setWidthFull();
        reason.setWidthFull();
        addClassName("hx-terminal-form");
        add(form);
    }

    void containers(List<String> names) {
        var before = container.getValue();
        container.setItems(names);
        container.setValue(before != null && names.contains(before) ? before : names.getFirst());
        open.setEnabled(true);
    }

    String container() {
        var chosen = container.getValue();
        return chosen == null ? "" : chosen;
    }

    List<String> command() {
        var typed = command.getValue();
        return typed == null ? List.of() : CommandWords.of(typed);
    }

    String reason() {
        return reason.getValue();
    }

    /** What is missing is said at its field; true when nothing is. */
    boolean isComplete(boolean reasonNeeded) {
        reason.setInvalid(reasonNeeded && reason.getValue().isBlank());
        reason.setErrorMessage(Texts.get("terminal.reason.missing"));
        command.setInvalid(command().isEmpty());
        command.setErrorMessage(Texts.get("terminal.command.missing"));
        return !reason.isInvalid() && !command.isInvalid();
    }

    void disable() {
        container.setEnabled(false);
        command.setEnabled(false);
        reason.setEnabled(false);
        open.setEnabled(false);
    }
}

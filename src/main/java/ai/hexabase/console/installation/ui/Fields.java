package ai.hexabase.console.installation.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Text fields that tell each change soon, and are marked by us alone. */
final class Fields {
    private static final int MILLIS = 300;

    private Fields() {}

    static TextField text(String value, Consumer<String> changed) {
        var field = new TextField();
        field.setMaxLength(500);
        return prepared(field, value, changed);
    }

    /** For one entry a line. */
    static TextArea lines(String value, Consumer<String> changed) {
        var field = new TextArea();
        field.setMaxLength(4000);
        field.setMinRows(2);
        field.setMaxRows(8);
        return prepared(field, value, changed);
    }

    private static <F extends TextFieldBase<F, String>> F prepared(F field, String value, Consumer<String> changed) {
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(MILLIS);
        field.setValue(value);
        field.setWidthFull();
        field.addValueChangeListener(change -> changed.accept(change.getValue()));
        return field;
    }

    static void mark(HasValidation field, @Nullable Problem problem) {
        field.setErrorMessage(
                problem == null
                        ? ""
                        : Texts.get("setting.problem", Texts.of(problem.what()), Texts.of(problem.action())));
        field.setInvalid(problem != null);
    }
}

package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.Prunable;
import ai.hexabase.console.audit.Retention;
import ai.hexabase.console.audit.Retentions;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;

/** Changes how long entries are kept; says before that what would go, and asks to type how many that are. */
final class RetentionDialog extends Dialog {
    private final transient Retentions retentions;
    private final transient Retention before;
    private final transient Runnable onSaved;
    private final Div problems = new Div();
    private final IntegerField days = new IntegerField();
    private final Checkbox hold = new Checkbox(Texts.get("audit.retention.change.hold"));
    private final TextField reason = new TextField();
    private final Div preview = new Div();

    RetentionDialog(Retentions retentions, Retention before, Runnable onSaved) {
        this.retentions = retentions;
        this.before = before;
        this.onSaved = onSaved;
        setHeaderTitle(Texts.get("audit.retention.change.title"));
        setWidth("680px");
        fill();
        preview.getElement().setAttribute("role", "status");
        add(problems, form());
        getFooter()
                .add(
                        Layouts.plain(Texts.get("uikit.cancel"), this::close),
                        Layouts.primary(Texts.get("audit.retention.change.save"), this::ask));
        foresee();
    }

    private void fill() {
        days.addClassName("hx-val");
        days.setWidthFull();
        days.setHelperText(
                Texts.get("audit.retention.change.days.help", Retention.SHORTEST_DAYS, Retention.LONGEST_DAYS));
        days.setValue(before.keepDays());
        hold.setValue(before.legalHold());
        reason.setWidthFull();
        reason.setMaxLength(1000);
        reason.setHelperText(Texts.get("audit.retention.change.reason.help"));
        days.addValueChangeListener(change -> foresee());
        hold.addValueChangeListener(change -> foresee());
    }

    private Div form() {
        var form = Layouts.form();
        form.addFormItem(days, Texts.get("audit.retention.change.days"));
        form.addFormItem(hold, Texts.get("audit.retention.hold"));
        form.addFormItem(reason, Texts.get("audit.retention.reason"));
        form.addFormItem(preview, Texts.get("audit.retention.removes"));
        return new Div(form);
    }

    private void foresee() {
        var prunable = prunable();
        preview.setText(
                hold.getValue()
                        ? Texts.get("audit.retention.removes.held", prunable.entries())
                        : RetentionWords.removes(prunable));
    }

    private Prunable prunable() {
        var wanted = days.getValue();
        return retentions.prunable(wanted != null && wanted < Retention.SHORTEST_DAYS ? null : wanted);
    }

    private void ask() {
        var prunable = prunable();
        if (hold.getValue() || prunable.entries() == 0) {
            save();
            return;
        }
        new TypedConfirmation(
                        Texts.get("audit.retention.change.title"),
                        String.valueOf(prunable.entries()),
                        Texts.get("audit.retention.change.confirm"),
                        this::save)
                .lost(Texts.get("audit.retention.change.lost", prunable.entries(), RetentionWords.oldest(prunable)))
                .kept(Texts.get("audit.retention.change.kept"))
                .note(Texts.get("audit.retention.change.undo"))
                .open();
    }

    private void save() {
        try {
            retentions.change(before.version(), days.getValue(), hold.getValue(), reason.getValue());
            close();
            onSaved.run();
        } catch (ProblemException refused) {
            problems.removeAll();
            problems.add(new ProblemNotice(refused.problem()));
        }
    }
}

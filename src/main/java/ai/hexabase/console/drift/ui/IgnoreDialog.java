package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.drift.DriftedField;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Asks why and until when a difference shall be left alone; both must be said. */
final class IgnoreDialog extends ActionDialog {
    private final transient DriftModel model;
    private final InstallationId installation;
    private final transient DriftedObject object;
    private final transient @Nullable DriftedField field;
    private final TextArea reason = new TextArea(Texts.get("drift.ignore.reason"));
    private final DatePicker until = new DatePicker(Texts.get("drift.ignore.until"));

    /** @param field null for the whole object */
    IgnoreDialog(DriftModel model, InstallationId installation, DriftedObject object, @Nullable DriftedField field) {
        super(Texts.get("drift.ignore.title"), Texts.get("drift.ignore.confirm"), "520px");
        this.model = model;
        this.installation = installation;
        this.object = object;
        this.field = field;
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> check());
        until.setRequiredIndicatorVisible(true);
        until.setHelperText(Texts.get("drift.ignore.until.help"));
        until.setLocale(Texts.locale());
        until.setMin(today());
        until.setMax(today().plusYears(1));
        until.addValueChangeListener(change -> check());
        var what = DriftWords.object(object) + (field == null ? "" : " " + field.path());
        content(
                new Paragraph(Texts.get("drift.ignore.what", what)),
                reason,
                until,
                facts(
                        fact(Status.WAITING, Texts.get("drift.ignore.counted")),
                        fact(Status.WAITING, Texts.get("drift.ignore.further")),
                        fact(Status.OK, Texts.get("drift.ignore.back"))));
        check();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(model.now(), ReaderZone.get());
    }

    private void check() {
        confirm().setEnabled(!reason.getValue().isBlank() && until.getValue() != null && !until.isInvalid());
    }

    @Override
    void confirmed() {
        var day = until.getValue();
        if (day == null) {
            return;
        }
        try {
            var end = day.plusDays(1).atStartOfDay(ReaderZone.get()).toInstant();
            model.ignore(installation, object, field == null ? null : field.path(), reason.getValue(), end);
            close();
        } catch (ProblemException refused) {
            refuse(refused.problem());
        }
    }
}

package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.security.SessionLimits;
import ai.hexabase.console.security.SessionLimits.Limit;
import ai.hexabase.console.security.SessionSettings;
import ai.hexabase.console.uikit.FieldProblems;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Changes how long sessions last, in minutes. */
final class SessionLimitsDialog extends Dialog {
    private final transient SessionSettings settings;
    private final long known;
    private final transient Runnable onSaved;
    private final Div problems = new Div();
    private final Map<Limit, IntegerField> fields = new EnumMap<>(Limit.class);

    SessionLimitsDialog(SessionSettings settings, SessionLimits before, Runnable onSaved) {
        this.settings = settings;
        this.known = before.version();
        this.onSaved = onSaved;
        setHeaderTitle(Texts.get("security.limits.change.title"));
        setWidth("680px");
        var form = Layouts.form();
        for (var limit : Limit.values()) {
            fields.put(limit, field(limit, before));
            form.addFormItem(fields.get(limit), Texts.get("security.limits." + limit.word()));
        }
        add(problems, new Div(form));
        getFooter()
                .add(
                        Layouts.plain(Texts.get("uikit.cancel"), this::close),
                        Layouts.primary(Texts.get("security.limits.change.save"), this::save));
    }

    private static IntegerField field(Limit limit, SessionLimits before) {
        var field = new IntegerField();
        field.setId(limit.code());
        field.addClassName("hx-val");
        field.setWidthFull();
        field.setSuffixComponent(new Div(Texts.get("security.limits.minutes")));
        field.setHelperText(Texts.get("security.limits." + limit.word() + ".help", limit.fewest(), limit.most()));
        field.setValue(before.minutes(limit));
        return field;
    }

    private void save() {
        var minutes = new EnumMap<Limit, Integer>(Limit.class);
        fields.forEach((limit, field) -> minutes.put(limit, Objects.requireNonNullElse(field.getValue(), 0)));
        var wrong = SessionSettings.check(minutes);
        var byCode = new LinkedHashMap<String, IntegerField>();
        fields.forEach((limit, field) -> byCode.put(limit.code(), field));
        FieldProblems.show(byCode, wrong);
        problems.removeAll();
        if (wrong.isEmpty()) {
            change(minutes);
        }
    }

    private void change(Map<Limit, Integer> minutes) {
        try {
            settings.change(known, minutes);
            close();
            onSaved.run();
        } catch (ProblemException refused) {
            problems.add(new ProblemNotice(refused.problem()));
        }
    }
}

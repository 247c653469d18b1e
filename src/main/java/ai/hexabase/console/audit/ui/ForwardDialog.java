package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.ForwardTarget;
import ai.hexabase.console.audit.ForwardTarget.Kind;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.FieldProblems;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout.FormItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds or changes a target; asks only for what its way of receiving needs. */
final class ForwardDialog extends Dialog {
    private static final int MOST_AUTHORITIES = 64 * 1024;

    private final transient ForwardTargets targets;
    private final transient @Nullable ForwardTarget before;
    private final transient Runnable onSaved;
    private final Div problems = new Div();
    private final TextField name = text("name", 60);
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final TextField address = text("address", 300);
    private final PasswordField secret = new PasswordField();
    private final Checkbox removeSecret = new Checkbox(Texts.get("audit.forward.secret.remove"));
    private final Checkbox single = new Checkbox(Texts.get("audit.forward.single.words"));
    private final TextField enterprise = text("enterprise", 60);
    private final TextArea authorities = new TextArea();
    private final Checkbox everything = new Checkbox(Texts.get("audit.forward.everything.words"));
    private final Map<FormItem, Predicate<Kind>> asked = new LinkedHashMap<>();

    ForwardDialog(ForwardTargets targets, @Nullable ForwardTarget before, Runnable onSaved) {
        this.targets = targets;
        this.before = before;
        this.onSaved = onSaved;
        setHeaderTitle(Texts.get(before == null ? "audit.forward.add.title" : "audit.forward.change.title"));
        setWidth("720px");
        prepare();
        add(problems, form());
        kind.setValue(before == null ? Kind.SYSLOG_TLS : before.kind());
        if (before != null) {
            fill(before);
        }
        getFooter()
                .add(
                        Layouts.plain(Texts.get("uikit.cancel"), this::close),
                        Layouts.primary(Texts.get("audit.forward.save"), this::save));
    }

    private static TextField text(String key, int longest) {
        var field = new TextField();
        field.setId("forward-" + key);
        field.setMaxLength(longest);
        field.setWidthFull();
        return field;
    }

    private void prepare() {
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(ForwardWords::kind);
        kind.addThemeName("vertical");
        kind.addValueChangeListener(change -> ask(change.getValue()));
        address.addClassName("hx-mono-field");
        secret.setId("forward-secret");
        secret.setMaxLength(500);
        secret.setWidthFull();
        secret.setRevealButtonVisible(false);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        var kept = hasSecret();
        secret.setPlaceholder(kept ? "••••••••••••" : "");
        secret.setHelperText(Texts.get(kept ? "audit.forward.secret.kept" : "audit.forward.secret.help"));
        enterprise.addClassName("hx-val");
        enterprise.setHelperText(Texts.get("audit.forward.enterprise.help"));
        authorities.setWidthFull();
        authorities.setMinRows(3);
        authorities.setMaxRows(6);
        authorities.setMaxLength(MOST_AUTHORITIES);
        authorities.addClassName("hx-mono-area");
        authorities.setHelperText(Texts.get("audit.forward.authorities.help"));
    }

    private boolean hasSecret() {
        return before != null && targets.hasSecret(before.id());
    }

    private Div form() {
        var form = Layouts.form();
        form.addFormItem(name, Texts.get("audit.forward.name"));
        form.addFormItem(kind, Texts.get("audit.forward.kind"));
        form.addFormItem(address, Texts.get("audit.forward.address"));
        asked.put(form.addFormItem(secret, Texts.get("audit.forward.secret")), wanted -> wanted == Kind.WEBHOOK);
        asked.put(
                form.addFormItem(removeSecret, Texts.get("audit.forward.signature")),
                wanted -> wanted == Kind.WEBHOOK && hasSecret());
        asked.put(form.addFormItem(single, Texts.get("audit.forward.single")), wanted -> wanted == Kind.WEBHOOK);
        asked.put(
                form.addFormItem(enterprise, Texts.get("audit.forward.enterprise")), wanted -> wanted != Kind.WEBHOOK);
        asked.put(form.addFormItem(authorities, Texts.get("audit.forward.authorities")), Kind::usesTls);
        asked.put(form.addFormItem(everything, Texts.get("audit.forward.everything")), wanted -> before == null);
        return new Div(form);
    }

    private void ask(Kind wanted) {
        address.setHelperText(ForwardWords.addressHelp(wanted));
        asked.forEach((item, needed) -> item.setVisible(needed.test(wanted)));
    }

    private void fill(ForwardTarget target) {
        name.setValue(target.name());
        address.setValue(target.address());
        single.setValue(target.single());
        enterprise.setValue(target.enterprise());
        authorities.setValue(target.authorities());
    }

    private ForwardTarget entered() {
        var webhook = kind.getValue() == Kind.WEBHOOK;
        return new ForwardTarget(
                before == null ? UUID.randomUUID() : before.id(),
                name.getValue().strip(),
                kind.getValue(),
                address.getValue().strip(),
                webhook && single.getValue(),
                webhook ? "" : enterprise.getValue().strip(),
                kind.getValue().usesTls() ? authorities.getValue().strip() : "",
                false,
                new ForwardTarget.Progress(0, 0, null, null));
    }

    /** Null leaves the one that is kept; another way of receiving needs none. */
    private @Nullable String enteredSecret() {
        if (kind.getValue() != Kind.WEBHOOK || removeSecret.getValue()) {
            return hasSecret() ? "" : null;
        }
        return secret.isEmpty() ? null : secret.getValue();
    }

    private void save() {
        var wanted = entered();
        var wrong = targets.check(wanted);
        show(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        try {
            if (before == null) {
                targets.add(wanted, enteredSecret(), everything.getValue());
            } else {
                targets.change(wanted, enteredSecret());
            }
            close();
            onSaved.run();
        } catch (ProblemException refused) {
            problems.removeAll();
            problems.add(new ProblemNotice(refused.problem()));
        }
    }

    /** Tells each problem at its field. */
    private void show(List<Problem> wrong) {
        FieldProblems.show(
                Map.of(
                        "audit-target-name", name,
                        "audit-target-address", address,
                        "audit-target-enterprise", enterprise,
                        "audit-target-authorities", authorities),
                wrong);
    }
}

package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingKind;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One setting in the form: its value, what it means, what is wrong, and whether it differs from the profile. */
final class SettingField {
    private final Setting setting;
    private final Consumer<String> changed;
    private final SettingTools tools;
    private final FormLayout.FormItem item;
    private final Component field;
    private final Span suffix = new Span();
    private final Div note = new Div();
    private final Div better = new Div();

    /** Makes the field of a setting in a form. */
    interface Maker {
        SettingField make(FormLayout form, Setting setting);
    }

    SettingField(FormLayout form, Setting setting, Settings settings, Consumer<String> changed, SettingTools tools) {
        this.setting = setting;
        this.changed = changed;
        this.tools = tools;
        field = field(settings.text(setting));
        item = form.addFormItem(field, SettingWords.label(setting));
        item.getElement().setAttribute("data-setting", setting.key());
        note.addClassName("hx-changed-note");
        better.addClassName("hx-better");
        item.add(note, better);
    }

    private Component field(String value) {
        return switch (setting.kind()) {
            case SettingKind.Choice choice -> select(choice, value);
            case SettingKind.Password password -> password();
            case SettingKind.Certificate certificate -> new CertificateBox(tools, changed);
            case SettingKind.Labels labels -> lines(value);
            case SettingKind.Annotations annotations -> lines(value);
            default -> text(value);
        };
    }

    private TextField text(String value) {
        var text = Fields.text(value, changed);
        text.addClassName(isShort() ? "hx-val" : "hx-val-m");
        suffix.addClassName("hx-unit");
        text.setSuffixComponent(suffix);
        return text;
    }

    private TextArea lines(String value) {
        var lines = Fields.lines(value, changed);
        lines.addClassName("hx-val-m");
        return lines;
    }

    private boolean isShort() {
        return switch (setting.kind()) {
            case SettingKind.Cpu cpu -> true;
            case SettingKind.Bytes bytes -> true;
            case SettingKind.Count count -> true;
            case SettingKind.OptionalBytes bytes -> true;
            case SettingKind.NodePort port -> true;
            default -> false;
        };
    }

    private Select<String> select(SettingKind.Choice choice, String value) {
        var select = new Select<String>();
        select.setManualValidation(true);
        select.setItems(choice.words());
        select.setItemLabelGenerator(word -> SettingWords.word(setting, word));
        select.setValue(value);
        select.setWidthFull();
        select.addClassName("hx-val-m");
        select.addValueChangeListener(change -> changed.accept(change.getValue()));
        return select;
    }

    private PasswordField password() {
        var password = new PasswordField();
        password.setManualValidation(true);
        password.setWidthFull();
        password.addClassName("hx-val-m");
        password.setAutocomplete(Autocomplete.OFF);
        password.setMaxLength(500);
        password.addValueChangeListener(change -> {
            if (!change.getValue().isEmpty()) {
                var sealed = tools.installations().sealPassword(change.getValue());
                password.clear();
                changed.accept(sealed);
            }
        });
        return password;
    }

    Setting setting() {
        return setting;
    }

    /** Whether its words have what is searched for, in lower case. */
    boolean matches(String wanted) {
        return (SettingWords.label(setting) + " " + setting.key() + " " + SettingWords.plainHelp(setting))
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    boolean isShown() {
        return item.isVisible();
    }

    /** Shows what the settings now mean for this field; what is being typed stays. */
    void refresh(Settings settings, @Nullable SettingProblem problem, boolean shown) {
        item.setVisible(shown);
        suffix.setText(SettingWords.suffix(setting, settings.text(setting)));
        describe(settings, problem == null);
        Fields.mark((HasValidation) field, problem == null ? null : problem.problem());
        suggest(problem);
        var isChanged = settings.isChanged(setting) && !setting.isKeptHere();
        item.setClassName("hx-changed", isChanged && problem == null);
        note.removeAll();
        if (isChanged) {
            fillNote(settings, problem == null);
        }
    }

    /** What is wrong takes the place of what it means. */
    private void describe(Settings settings, boolean valid) {
        var help = valid ? SettingWords.help(setting, settings) : "";
        switch (field) {
            case TextField text -> text.setHelperText(help);
            case TextArea lines -> lines.setHelperText(help);
            case CertificateBox certificate -> certificate.refresh(settings);
            case Select<?> select -> select.setHelperText(help);
            case PasswordField password -> {
                password.setHelperText(help);
                password.setPlaceholder(settings.text(setting).isEmpty() ? "" : Texts.get("setting.password.entered"));
            }
            default -> throw new IllegalStateException(field.getClass().getName());
        }
    }

    private void suggest(@Nullable SettingProblem problem) {
        better.removeAll();
        var suggestion = problem == null ? null : problem.suggestion();
        if (suggestion != null) {
            better.add(Layouts.link(Texts.get("setting.use", suggestion), () -> put(suggestion)));
        }
    }

    private void fillNote(Settings settings, boolean valid) {
        var standard = Profile.of(settings.profile()).value(setting);
        var shown = new Span(Texts.get("setting.default", SettingWords.value(setting, standard)));
        if (!valid) {
            note.add(shown);
            return;
        }
        note.add(new Span(Texts.get("setting.changed")), shown);
        var reset = Layouts.link(Texts.get("setting.reset"), () -> put(standard));
        reset.setAriaLabel(Texts.get("setting.reset.of", SettingWords.label(setting)));
        note.add(reset);
    }

    /** Enters a value as if it were typed. */
    void put(String value) {
        switch (field) {
            case TextField text -> text.setValue(value);
            case TextArea lines -> lines.setValue(value);
            case Select<?> select -> selectOf(select).setValue(value);
            default -> throw new IllegalStateException(field.getClass().getName());
        }
    }

    @SuppressWarnings("unchecked") // made by select() above
    private static Select<String> selectOf(Select<?> select) {
        return (Select<String>) select;
    }
}

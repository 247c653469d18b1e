package ai.hexabase.console.drift.ui;

import ai.hexabase.console.drift.Acceptance;
import ai.hexabase.console.drift.Acceptance.Option;
import ai.hexabase.console.drift.DriftedField;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One drifted field, with the settings that stand for it, or why none does. */
final class AcceptPart extends Div {
    private static final int MOST_ALSO = 4;

    private final transient Acceptance.Part part;
    private final RadioButtonGroup<Option> choice = new RadioButtonGroup<>();
    private final Checkbox leave = new Checkbox();

    AcceptPart(Acceptance.Part part, int base, Runnable changed) {
        this.part = part;
        addClassName("hx-accept-part");
        var field = part.field();
        var head = new Div(
                new Code(field.path().toString()),
                new Span(Texts.get(
                        "drift.accept.values",
                        DriftWords.value(field, field.expected()),
                        DriftWords.value(field, field.live()))));
        head.addClassName("hx-accept-head");
        add(head);
        if (part.has()) {
            add(words(Texts.get("drift.accept.has", base)));
        } else if (field.secret()) {
            add(words(Texts.get("drift.accept.secret")));
        } else if (part.options().isEmpty()) {
            fillWithoutSetting(changed);
        } else {
            fill(changed);
        }
    }

    private void fillWithoutSetting(Runnable changed) {
        var owner = part.field().owner();
        if (owner == null || !part.field().isOthers()) {
            add(words(Texts.get("drift.accept.none")));
            return;
        }
        leave.setLabel(Texts.get("drift.accept.leave", owner.manager()));
        leave.addValueChangeListener(change -> changed.run());
        add(words(Texts.get("drift.accept.none.leave")), leave);
    }

    private void fill(Runnable changed) {
        choice.setItems(part.options());
        choice.setItemEnabledProvider(option -> option.problem() == null);
        choice.setRenderer(new ComponentRenderer<>(AcceptPart::option));
        choice.getElement().setAttribute("aria-label", part.field().path().toString());
        var allowed = part.options().stream()
                .filter(option -> option.problem() == null)
                .toList();
        if (allowed.size() == 1) {
            choice.setValue(allowed.getFirst());
        }
        choice.addValueChangeListener(change -> changed.run());
        add(choice);
    }

    private static Div option(Option option) {
        var change = option.change();
        var line = new Div(new Span(Texts.get(
                "drift.accept.option",
                Texts.get("setting." + change.setting().key()),
                change.before(),
                change.after())));
        if (option.problem() != null) {
            line.add(words(Texts.get(
                    "drift.accept.forbidden", Texts.of(option.problem().what()))));
        } else if (!option.alsoChanges().isEmpty()) {
            line.add(words(also(option.alsoChanges())));
        }
        return line;
    }

    private static String also(List<String> changes) {
        var named = changes.stream().limit(MOST_ALSO).collect(Collectors.joining(", "));
        return changes.size() <= MOST_ALSO
                ? Texts.get("drift.accept.also", named)
                : Texts.get("drift.accept.also.more", named, changes.size() - MOST_ALSO);
    }

    private static Div words(String text) {
        var words = new Div(text);
        words.addClassName("hx-small-text");
        return words;
    }

    Optional<SettingChange> chosen() {
        return choice.getOptionalValue().map(Option::change);
    }

    DriftedField field() {
        return part.field();
    }

    /** Whether the field shall be left to who set it. */
    boolean isLeft() {
        return leave.getValue();
    }

    /** The field and its values, for the comment of the draft. */
    String summary() {
        var field = part.field();
        return field.path() + " "
                + Texts.get(
                        "drift.accept.values",
                        DriftWords.value(field, field.expected()),
                        DriftWords.value(field, field.live()));
    }
}

package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Answers;
import ai.hexabase.console.installation.Answers.Question;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Needs.Present;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Step 1: what is needed, in the administrator's own words. */
final class NeedsPart implements WizardPart {
    private final WizardContext context;
    private final Installations installations;
    private final TextField name;
    private final Map<Question, TextField> numbers = new EnumMap<>(Question.class);

    NeedsPart(WizardContext context, Installations installations) {
        this.context = context;
        this.installations = installations;
        name = Fields.text(context.draft().content().name(), text -> {
            context.draft().change(old -> old.named(text.strip()));
            context.changed().run();
        });
    }

    @Override
    public String title() {
        return Texts.get("installation.needs.title");
    }

    @Override
    public String lead() {
        return Texts.get("installation.needs.lead");
    }

    @Override
    public List<Component> parts() {
        var naming = Layouts.form();
        name.addClassName("hx-val-m");
        name.setHelperText(Texts.get("installation.name.help"));
        name.setMaxLength(60);
        naming.addFormItem(name, Texts.get("installation.name"));
        var amounts = Layouts.form();
        var answers = answers();
        number(amounts, Question.USERS, answers.users());
        number(amounts, Question.VCLUSTERS, answers.vclusters());
        number(amounts, Question.ZONES, answers.zones());
        survive(amounts);
        var present = Layouts.form();
        present(present);
        return List.of(
                section("installation.needs.naming", naming),
                section("installation.needs.amounts", amounts),
                section("installation.needs.present", present));
    }

    static Section section(String key, Component... content) {
        var section = new Section(new H2(Texts.get(key)));
        section.add(content);
        section.addClassName("hx-form-section");
        return section;
    }

    private void number(FormLayout form, Question question, String value) {
        var key = "installation.question." + question.name().toLowerCase(Locale.ROOT);
        var field = Fields.text(value, text -> answer(question, text.strip()));
        field.addClassName("hx-val");
        field.setHelperText(Texts.get(key + ".help"));
        field.getElement().setAttribute("inputmode", "numeric");
        numbers.put(question, field);
        form.addFormItem(field, Texts.get(key));
    }

    private void answer(Question question, String text) {
        var old = answers();
        answer(
                switch (question) {
                    case USERS -> new Answers(text, old.vclusters(), old.zones(), old.surviveZoneLoss(), old.present());
                    case VCLUSTERS -> new Answers(old.users(), text, old.zones(), old.surviveZoneLoss(), old.present());
                    case ZONES -> new Answers(old.users(), old.vclusters(), text, old.surviveZoneLoss(), old.present());
                });
    }

    private void survive(FormLayout form) {
        var choice = new RadioButtonGroup<Boolean>();
        choice.setItems(false, true);
        choice.setItemLabelGenerator(survive -> Texts.get("installation.question.survive." + survive));
        choice.setValue(answers().surviveZoneLoss());
        choice.setHelperText(Texts.get("installation.question.survive.help"));
        choice.addValueChangeListener(change -> {
            var old = answers();
            answer(new Answers(old.users(), old.vclusters(), old.zones(), change.getValue(), old.present()));
        });
        form.addFormItem(choice, Texts.get("installation.question.survive"));
    }

    private void present(FormLayout form) {
        var choice = new CheckboxGroup<Present>();
        choice.setItems(Present.values());
        choice.addThemeName("vertical");
        choice.setItemLabelGenerator(
                thing -> Texts.get("installation.present." + thing.name().toLowerCase(Locale.ROOT)));
        choice.setValue(answers().present());
        choice.addValueChangeListener(change -> {
            var old = answers();
            answer(new Answers(
                    old.users(), old.vclusters(), old.zones(), old.surviveZoneLoss(), Set.copyOf(change.getValue())));
        });
        form.addFormItem(choice, Texts.get("installation.present"));
    }

    private void answer(Answers answers) {
        context.draft().change(old -> old.with(answers));
        context.changed().run();
    }

    private Answers answers() {
        return context.draft().content().answers();
    }

    /** A field is marked once something was typed into it. */
    @Override
    public void refresh() {
        var typed = context.draft().content().name();
        Fields.mark(
                name, typed.isEmpty() ? null : installations.checkName(typed).orElse(null));
        var problems = answers().problems();
        numbers.forEach((question, field) -> Fields.mark(field, field.isEmpty() ? null : problems.get(question)));
    }

    @Override
    public String open() {
        var missing = answers().problems().size()
                + (installations.checkName(context.draft().content().name()).isPresent() ? 1 : 0);
        return missing == 0 ? "" : Texts.get("installation.open.answers", missing);
    }
}

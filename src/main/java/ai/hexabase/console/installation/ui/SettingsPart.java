package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Step 4: every setting with its default, its meaning, and its validation while typing. */
final class SettingsPart implements WizardPart {
    private final WizardContext context;
    private final Installations installations;
    private final List<SettingField> fields = new ArrayList<>();

    SettingsPart(WizardContext context, Installations installations) {
        this.context = context;
        this.installations = installations;
    }

    @Override
    public String title() {
        return Texts.get(
                "installation.settings.title", context.draft().settings().profile());
    }

    @Override
    public String lead() {
        return Texts.get("installation.settings.lead");
    }

    @Override
    public List<Component> parts() {
        fields.clear();
        var parts = new ArrayList<Component>();
        ProfileWords.remark(Profile.of(context.draft().settings().profile())).ifPresent(parts::add);
        context.draft().judgement().ifPresent(judged -> {
            var why = new Details(
                    Texts.get(
                            "installation.profile.why-" + (isRecommended() ? "recommended" : "chosen"),
                            judged.profile()),
                    new ReasonList(judged.reasons()));
            why.setOpened(true);
            why.addClassNames("hx-reasons", "hx-reasons-fold");
            parts.add(why);
        });
        for (var section : Setting.Section.values()) {
            parts.add(section(section));
        }
        return parts;
    }

    private boolean isRecommended() {
        return context.draft()
                .advice()
                .filter(advice ->
                        advice.profile().equals(context.draft().settings().profile()))
                .isPresent();
    }

    private Section section(Setting.Section section) {
        var key = "setting.section." + section.name().toLowerCase(Locale.ROOT);
        var heading = new H2(Texts.get(key));
        var remark = new Span(Texts.get(key + ".remark"));
        remark.addClassName("hx-remark");
        heading.add(remark);
        var form = Layouts.form();
        for (var setting : section.settings()) {
            fields.add(new SettingField(
                    form, setting, context.draft().settings(), text -> change(setting, text), this::seal));
        }
        var whole = new Section(heading, form);
        whole.addClassName("hx-form-section");
        return whole;
    }

    private String seal(String password) {
        return installations.sealPassword(password);
    }

    private void change(Setting setting, String text) {
        context.draft().set(setting, text);
        context.changed().run();
    }

    /** Enters a value into its field, as the options at the right do. */
    void put(Setting setting, String text) {
        fields.stream().filter(field -> field.setting() == setting).forEach(field -> field.put(text));
    }

    @Override
    public void refresh() {
        var settings = context.draft().settings();
        var problems = context.draft().problems().stream()
                .collect(Collectors.toMap(SettingProblem::setting, Function.identity(), (first, second) -> first));
        var applying = context.draft().applying();
        fields.forEach(
                field -> field.refresh(settings, problems.get(field.setting()), applying.contains(field.setting())));
    }

    @Override
    public String open() {
        var count = context.draft().problems().size();
        return count == 0 ? "" : Texts.get("installation.open.fields", count);
    }
}

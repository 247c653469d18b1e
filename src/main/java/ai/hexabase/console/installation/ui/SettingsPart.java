package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Step 4: every setting with its default, its meaning, and its validation while typing. */
final class SettingsPart implements WizardPart {
    private final WizardContext context;
    private final SettingTools tools;
    private final Map<Setting.Section, SettingSection> sections = new EnumMap<>(Setting.Section.class);
    private final Paragraph nothing = new Paragraph();
    private String wanted = "";

    SettingsPart(WizardContext context, SettingTools tools) {
        this.context = context;
        this.tools = tools;
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
        sections.clear();
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
            sections.put(
                    section,
                    new SettingSection(section, this::field, context.draft().settings()));
        }
        offerRegistries();
        parts.add(finder());
        parts.addAll(sections.values());
        nothing.setText(Texts.get("setting.find.nothing"));
        parts.add(nothing);
        return parts;
    }

    /** Those that the settings keep, so that nobody types an account again. */
    private void offerRegistries() {
        var kept = tools.registries().all();
        var images = sections.get(Setting.Section.IMAGES);
        if (!kept.isEmpty() && images != null) {
            images.offer(new RegistryChoice(kept, context.draft().settings(), this::take));
        }
    }

    /** The password goes from seal to seal. */
    private void take(ImageRegistry registry) {
        var password = registry.account().isEmpty()
                ? ""
                : tools.installations().sealPassword(tools.registries().lend(registry.id()));
        put(Setting.IMAGE_REGISTRY, registry.address());
        put(Setting.REGISTRY_USER, registry.account());
        change(Setting.REGISTRY_PASSWORD, password);
    }

    private boolean isRecommended() {
        return context.draft()
                .advice()
                .filter(advice ->
                        advice.profile().equals(context.draft().settings().profile()))
                .isPresent();
    }

    private SettingField field(FormLayout form, Setting setting) {
        return new SettingField(form, setting, context.draft().settings(), text -> change(setting, text), tools);
    }

    /** A search over all settings, and a way to each section. */
    private Component finder() {
        var search = new TextField();
        search.setPlaceholder(Texts.get("setting.find"));
        search.setAriaLabel(Texts.get("setting.find"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(wanted);
        search.addValueChangeListener(change -> {
            wanted = change.getValue().strip().toLowerCase(Locale.ROOT);
            refresh();
        });
        var jumps = new Nav();
        jumps.getElement().setAttribute("aria-label", Texts.get("setting.jump"));
        sections.forEach((section, part) -> jumps.add(Layouts.link(SettingSection.name(section), part::jump)));
        var finder = new Div(search, jumps);
        finder.addClassName("hx-finder");
        return finder;
    }

    private void change(Setting setting, String text) {
        context.draft().set(setting, text);
        context.changed().run();
    }

    /** Enters a value into its field, as the options at the right do. */
    void put(Setting setting, String text) {
        sections.values().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.setting() == setting)
                .forEach(field -> field.put(text));
    }

    @Override
    public void refresh() {
        var settings = context.draft().settings();
        var problems = context.draft().problems().stream()
                .collect(Collectors.toMap(SettingProblem::setting, Function.identity(), (first, second) -> first));
        var applying = EnumSet.copyOf(context.draft().applying());
        sections.values().forEach(section -> section.refresh(settings, problems, applying, wanted));
        nothing.setVisible(sections.values().stream().noneMatch(Component::isVisible));
    }

    @Override
    public String open() {
        var count = context.draft().problems().size();
        return count == 0 ? "" : Texts.get("installation.open.fields", count);
    }
}

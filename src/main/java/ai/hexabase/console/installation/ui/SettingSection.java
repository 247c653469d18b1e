package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Settings that are decided together: the usual ones open, the rare ones folded until they are wanted. */
final class SettingSection extends Section {
    private final transient List<SettingField> fields;
    private final H2 heading;
    private final Details rare = new Details();

    /** @param maker makes the field of a setting in a form */
    SettingSection(Setting.Section section, SettingField.Maker maker, Settings settings) {
        addClassName("hx-form-section");
        heading = heading(section);
        var usual = Layouts.form();
        var folded = Layouts.form();
        fields = section.settings().stream()
                .map(setting -> maker.make(RareSettings.has(setting) ? folded : usual, setting))
                .toList();
        rare.add(folded);
        rare.addClassName("hx-rare");
        rare.setOpened(rareOnes().anyMatch(field -> settings.isChanged(field.setting())));
        add(heading, usual);
        if (rareOnes().findAny().isPresent()) {
            add(rare);
        }
    }

    /** What fills several of its fields at once, above them. */
    void offer(Component choice) {
        addComponentAtIndex(1, choice);
    }

    private static H2 heading(Setting.Section section) {
        var key = "setting.section." + section.name().toLowerCase(Locale.ROOT);
        var remark = new Span(Texts.get(key + ".remark"));
        remark.addClassName("hx-remark");
        var heading = new H2(Texts.get(key));
        heading.add(remark);
        heading.getElement().setAttribute("tabindex", "-1");
        return heading;
    }

    static String name(Setting.Section section) {
        return Texts.get("setting.section." + section.name().toLowerCase(Locale.ROOT));
    }

    private Stream<SettingField> rareOnes() {
        return fields.stream().filter(field -> RareSettings.has(field.setting()));
    }

    List<SettingField> fields() {
        return fields;
    }

    /** Brings it into view, and whoever uses the keyboard with it. */
    void jump() {
        heading.getElement().callJsFunction("focus");
        heading.scrollIntoView();
    }

    /** @param wanted what is searched for, empty for everything */
    void refresh(Settings settings, Map<Setting, SettingProblem> problems, Set<Setting> applying, String wanted) {
        fields.forEach(field -> field.refresh(
                settings, problems.get(field.setting()), applying.contains(field.setting()) && field.matches(wanted)));
        var shown = rareOnes().filter(SettingField::isShown).toList();
        var wrong = shown.stream()
                .filter(field -> problems.containsKey(field.setting()))
                .count();
        var changed = shown.stream()
                .filter(field -> settings.isChanged(field.setting()))
                .count();
        rare.setVisible(!shown.isEmpty());
        rare.setSummaryText(Texts.get("setting.rare", shown.size(), changed));
        if (wrong > 0 || !wanted.isEmpty()) {
            rare.setOpened(true);
        }
        setVisible(fields.stream().anyMatch(SettingField::isShown));
    }
}

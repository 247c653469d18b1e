package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Advices;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Reason;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/** Step 5: everything once more, every difference from the profile, and what to know, before it is saved. */
final class SavePart implements WizardPart {
    private final WizardContext context;
    private final Advices advices;

    SavePart(WizardContext context, Advices advices) {
        this.context = context;
        this.advices = advices;
    }

    @Override
    public String title() {
        return Texts.get("installation.save.title");
    }

    @Override
    public String lead() {
        return Texts.get("installation.save.lead", context.draft().revision());
    }

    @Override
    public List<Component> parts() {
        var parts = new ArrayList<Component>();
        parts.add(NeedsPart.section("installation.save.chosen", facts()));
        parts.add(NeedsPart.section("installation.save.differences", differences()));
        var decisions = context.draft().content().decisions();
        if (!decisions.isEmpty()) {
            parts.add(NeedsPart.section("ownership.title", ownership(decisions)));
        }
        var warnings = warnings();
        if (!warnings.isEmpty()) {
            parts.add(NeedsPart.section("installation.save.to-know", list(warnings)));
        }
        var form = Layouts.form();
        var comment = Fields.text(
                context.draft().content().comment(), text -> context.draft().change(old -> old.commented(text)));
        comment.addClassName("hx-val-m");
        comment.setHelperText(Texts.get("installation.save.comment.help"));
        form.addFormItem(comment, Texts.get("installation.save.comment"));
        var revision = new Section(
                new H2(Texts.get("installation.revision.number", context.draft().revision())), form);
        revision.addClassName("hx-form-section");
        parts.add(revision);
        return parts;
    }

    private Component facts() {
        var content = context.draft().content();
        var facts = new KeyValueList()
                .with(Texts.get("installation.name"), content.name())
                .with(
                        Texts.get("installation.column.cluster"),
                        context.cluster().map(cluster -> cluster.name()).orElse(""));
        ProfileWords.fact(facts, Profile.of(context.draft().settings().profile()));
        content.answers()
                .needs()
                .ifPresent(needs -> facts.with(
                        Texts.get("installation.save.needs"),
                        Texts.get("installation.save.needs.words", needs.users(), needs.vclusters(), needs.zones())));
        return facts;
    }

    private Component differences() {
        var changed = context.draft().changed();
        if (changed.isEmpty()) {
            return new Paragraph(Texts.get("installation.save.no-differences"));
        }
        var settings = context.draft().settings();
        var profile = Profile.of(settings.profile());
        var table = new ValuesTable(
                List.of(Texts.get("installation.profile.setting"), profile.id(), Texts.get("installation.save.yours")));
        changed.forEach(setting -> table.row(
                SettingWords.label(setting),
                List.of(
                        SettingWords.value(setting, profile.value(setting)),
                        SettingWords.value(setting, settings.text(setting)))));
        return table;
    }

    private static Component ownership(List<FieldDecision> decisions) {
        var table =
                new ValuesTable(List.of(Texts.get("ownership.column.field"), Texts.get("ownership.column.decision")));
        decisions.forEach(each -> table.row(
                OwnershipWords.field(each.claim()), List.of(OwnershipWords.decision(each.claim(), each.decision()))));
        return table;
    }

    private List<String> warnings() {
        var warnings = new ArrayList<String>();
        var settings = context.draft().settings();
        context.draft().judgement().stream()
                .flatMap(judged -> judged.reasons().stream())
                .filter(reason -> reason.level() == Reason.Level.WARNING)
                .forEach(reason -> warnings.add(Texts.of(reason.message())));
        advices.about(settings).forEach(advice -> warnings.add(Texts.of(advice.text())));
        return warnings;
    }

    private static Component list(List<String> warnings) {
        var list = new UnorderedList();
        list.addClassName("hx-reason-list");
        for (var warning : warnings) {
            var item = new ListItem(Status.WARNING.icon().create(), new Span(warning));
            item.addClassName(Status.WARNING.className());
            list.add(item);
        }
        return list;
    }

    @Override
    public void refresh() {}

    @Override
    public String open() {
        return context.cluster().isPresent() ? "" : Texts.get("installation.open.cluster");
    }
}

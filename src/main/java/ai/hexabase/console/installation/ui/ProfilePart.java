package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.stream.Stream;

/** Step 2: the profile, the recommended one marked, and the values in which they differ. */
final class ProfilePart implements WizardPart {
    private final WizardContext context;
    private final Div reasons = new Div();

    ProfilePart(WizardContext context) {
        this.context = context;
        reasons.addClassName("hx-reasons");
    }

    @Override
    public String title() {
        return Texts.get("installation.profile.title");
    }

    @Override
    public String lead() {
        return Texts.get("installation.profile.lead");
    }

    @Override
    public List<Component> parts() {
        var choice = new RadioButtonGroup<Profile>();
        choice.setAriaLabel(title());
        choice.addClassName("hx-profiles");
        choice.setItems(context.profiles().all());
        choice.setRenderer(new ComponentRenderer<>(this::card));
        if (context.draft().hasSettings()) {
            choice.setValue(Profile.of(context.draft().settings().profile()));
        }
        choice.addValueChangeListener(change -> {
            context.draft().choose(change.getValue());
            context.changed().run();
        });
        return List.of(choice, reasons, NeedsPart.section("installation.profile.values", values()));
    }

    private Component card(Profile profile) {
        var name = new Span(profile.id());
        name.addClassName("hx-profile-name");
        var head = new Div(name);
        context.draft()
                .advice()
                .filter(advice -> advice.profile().equals(profile.id()))
                .ifPresent(advice -> head.add(new StatusTag(Status.OK, Texts.get("installation.profile.recommended"))));
        var words = new Div(ProfileWords.madeFor(profile));
        words.addClassName("hx-profile-words");
        var card = new Div(head, words);
        ProfileWords.remark(profile).ifPresent(card::add);
        return card;
    }

    private ValuesTable values() {
        var profiles = context.profiles().all();
        var table = new ValuesTable(Stream.concat(
                        Stream.of(Texts.get("installation.profile.setting")),
                        profiles.stream().map(Profile::id))
                .toList());
        for (var setting : Setting.values()) {
            if (profiles.stream()
                            .map(profile -> profile.value(setting))
                            .distinct()
                            .count()
                    > 1) {
                table.row(
                        SettingWords.label(setting),
                        profiles.stream()
                                .map(profile -> SettingWords.value(setting, profile.value(setting)))
                                .toList());
            }
        }
        table.row(
                Texts.get("installation.profile.per-vcluster"),
                profiles.stream().map(ProfileWords::perVcluster).toList());
        return table;
    }

    @Override
    public void refresh() {
        reasons.removeAll();
        reasons.setVisible(context.draft().hasSettings());
        var chosen = context.draft().settings().profile();
        context.draft().advice().ifPresent(advice -> {
            var recommended = advice.profile().equals(chosen);
            var title = new Span(
                    Texts.get(recommended ? "installation.profile.why" : "installation.profile.why-not", chosen));
            title.addClassName("hx-reasons-title");
            reasons.add(title);
        });
        context.draft().judgement().ifPresent(judged -> reasons.add(new ReasonList(judged.reasons())));
    }

    @Override
    public String open() {
        return context.draft().hasSettings() ? "" : Texts.get("installation.open.profile");
    }
}

package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.drift.Acceptance;
import ai.hexabase.console.drift.DriftedField;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows which settings stand for an object's live values, and begins a draft with those that were chosen. */
final class AcceptDialog extends ActionDialog {
    private static final int LONGEST_COMMENT = 500;

    private final transient DriftModel model;
    private final InstallationId installation;
    private final transient DriftedObject object;
    private final transient List<AcceptPart> parts = new ArrayList<>();

    AcceptDialog(DriftModel model, InstallationId installation, DriftedObject object) {
        super(Texts.get("drift.accept.title", DriftWords.object(object)), Texts.get("drift.accept.confirm"), "680px");
        this.model = model;
        this.installation = installation;
        this.object = object;
        confirm().setEnabled(false);
        content(new Paragraph(Texts.get("drift.accept.looking")));
        Background.run(
                LiveUpdates.of(this), "answer", () -> model.acceptance(installation, object), this::show, problem -> {
                    content();
                    refuse(problem);
                });
    }

    private void show(Acceptance found) {
        parts.clear();
        found.fields().forEach(field -> parts.add(new AcceptPart(field, found.base(), this::check)));
        var content = new ArrayList<Component>(parts);
        content.add(facts(
                fact(Status.PROGRESSING, Texts.get("drift.accept.draft", found.base())),
                fact(Status.OK, Texts.get("drift.accept.nothing"))));
        content(content.toArray(Component[]::new));
        check();
    }

    private void check() {
        var settings = chosen();
        confirm()
                .setText(Texts.get(
                        settings.isEmpty() && !left().isEmpty()
                                ? "drift.accept.confirm.leave"
                                : "drift.accept.confirm"));
        confirm().setEnabled(!settings.isEmpty() || !left().isEmpty());
    }

    private List<SettingChange> chosen() {
        return parts.stream().map(AcceptPart::chosen).flatMap(Optional::stream).toList();
    }

    private List<DriftedField> left() {
        return parts.stream().filter(AcceptPart::isLeft).map(AcceptPart::field).toList();
    }

    @Override
    void confirmed() {
        try {
            left().forEach(field -> model.leave(installation, object, field));
            if (!chosen().isEmpty()) {
                var draft = model.accept(installation, chosen(), comment());
                UI.getCurrent().navigate(InstallationLinks.draft(draft.id(), 5));
            }
            close();
        } catch (ProblemException refused) {
            refuse(refused.problem());
        }
    }

    private String comment() {
        var values = parts.stream()
                .filter(part -> part.chosen().isPresent())
                .map(AcceptPart::summary)
                .collect(Collectors.joining("; "));
        var comment = Texts.get("drift.accept.comment", DriftWords.object(object), values);
        return comment.length() > LONGEST_COMMENT ? comment.substring(0, LONGEST_COMMENT) : comment;
    }
}

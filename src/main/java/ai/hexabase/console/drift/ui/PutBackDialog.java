package ai.hexabase.console.drift.ui;

import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;

/** Says how the cluster gets back to what was rolled out: by a plan that is reviewed as always. */
final class PutBackDialog extends ActionDialog {
    private final transient DriftModel model;
    private final transient Installation installation;
    private final int rolledOut;
    private final RadioButtonGroup<Boolean> newest = new RadioButtonGroup<>();

    PutBackDialog(DriftModel model, Installation installation, DriftReport report) {
        super(Texts.get("drift.put-back.title"), Texts.get("drift.put-back.confirm"), "560px");
        this.model = model;
        this.installation = installation;
        var revision = report.revision();
        rolledOut = revision == null ? 0 : revision;
        var facts = new ArrayList<>(List.of(
                fact(
                        Status.PROGRESSING,
                        Texts.get("drift.put-back.plan", report.open().size())),
                fact(Status.WAITING, Texts.get("drift.put-back.owners")),
                fact(Status.OK, Texts.get("drift.put-back.nothing"))));
        if (!report.ignored().isEmpty()) {
            facts.add(1, fact(Status.WARNING, Texts.get("drift.put-back.ignored")));
        }
        if (hasNewer()) {
            choose();
            content(facts(facts.toArray(ListItem[]::new)), newest);
        } else {
            content(facts(facts.toArray(ListItem[]::new)));
        }
    }

    private boolean hasNewer() {
        return installation.latestRevision() > rolledOut;
    }

    private void choose() {
        var latest = installation.latestRevision();
        newest.setLabel(Texts.get("drift.put-back.newer", latest));
        newest.setItems(true, false);
        newest.setItemLabelGenerator(takesNewest -> takesNewest
                ? Texts.get("drift.put-back.newest", latest)
                : Texts.get("drift.put-back.again", rolledOut, latest + 1));
        newest.addValueChangeListener(change -> confirm().setEnabled(change.getValue() != null));
        confirm().setEnabled(false);
    }

    @Override
    void confirmed() {
        confirm().setEnabled(false);
        confirm().setText(Texts.get("drift.put-back.planning"));
        var id = installation.id();
        var takesNewest = !hasNewer() || Boolean.TRUE.equals(newest.getValue());
        var comment = Texts.get("drift.put-back.comment", rolledOut);
        Background.run(
                LiveUpdates.of(this),
                "answer",
                () -> {
                    if (takesNewest) {
                        model.plan(id);
                    } else {
                        model.planOf(id, installation.latestRevision(), rolledOut, comment);
                    }
                    return id;
                },
                planned -> {
                    close();
                    UI.getCurrent().navigate(RolloutLinks.review(planned));
                },
                problem -> {
                    refuse(problem);
                    confirm().setText(Texts.get("drift.put-back.confirm"));
                    confirm().setEnabled(true);
                });
    }
}

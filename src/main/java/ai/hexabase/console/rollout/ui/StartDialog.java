package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.DataHolders;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.PodEffects;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks once more: what happens on which cluster, what is lost, and how to get back. */
final class StartDialog {
    private StartDialog() {}

    /**
     * Opens it; where data would be lost the installation's name must be typed.
     *
     * @param last how long things took the last time, empty when there was none
     */
    static Dialog open(Plan plan, Optional<LastTime> last, Runnable start) {
        var title = Texts.get("rollout.start.title", plan.revision(), plan.clusterName());
        var lost = plan.entries().stream()
                .filter(entry -> DataHolders.isLost(entry))
                .toList();
        var dialog = lost.isEmpty() ? plain(title, plan, last, start) : typed(title, plan, last, lost, start);
        dialog.open();
        return dialog;
    }

    private static Dialog typed(
            String title, Plan plan, Optional<LastTime> last, List<PlanEntry> lost, Runnable start) {
        var dialog = new TypedConfirmation(title, plan.installationName(), Texts.get("rollout.start"), start)
                .lost(lost.stream().map(PlanWords::object).collect(Collectors.joining(", ")))
                .note(changes(plan));
        effects(plan).forEach(dialog::note);
        return dialog.note(Texts.get("rollout.start.steps")).note(time(last)).note(Texts.get("rollout.start.back"));
    }

    private static Dialog plain(String title, Plan plan, Optional<LastTime> last, Runnable start) {
        var dialog = new Dialog(title);
        dialog.addClassName("hx-confirmation");
        dialog.setWidth("520px");
        var facts = new UnorderedList();
        facts.addClassName("hx-facts");
        facts.add(fact(Status.PROGRESSING, changes(plan)));
        effects(plan).forEach(effect -> facts.add(fact(Status.PROGRESSING, effect)));
        facts.add(
                fact(Status.WAITING, Texts.get("rollout.start.steps")),
                fact(Status.WAITING, time(last)),
                fact(Status.OK, Texts.get("rollout.start.back")));
        dialog.add(facts);
        var confirm = Layouts.primary(Texts.get("rollout.start"), () -> {
            dialog.close();
            start.run();
        });
        dialog.getFooter().add(Layouts.plain(Texts.get("uikit.cancel"), dialog::close), confirm);
        return dialog;
    }

    /** What happens to pods, object by object. */
    private static List<String> effects(Plan plan) {
        return plan.entries().stream()
                .flatMap(entry -> PodEffects.of(entry).stream())
                .map(Texts::of)
                .toList();
    }

    private static String time(Optional<LastTime> last) {
        return last.map(LastTime::summary).orElseGet(() -> Texts.get("rollout.last.none"));
    }

    private static String changes(Plan plan) {
        var replaced = plan.count(Action.REPLACE);
        return Texts.get(
                replaced == 0 ? "rollout.start.changes" : "rollout.start.changes.replaced",
                plan.clusterName(),
                plan.count(Action.DELETE),
                plan.count(Action.CHANGE),
                plan.count(Action.CREATE),
                plan.count(Action.UNCHANGED),
                replaced);
    }

    private static Component fact(Status status, String text) {
        return new ListItem(status.shape(), new Span(text));
    }
}

package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.rollout.Decision;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.uikit.DiffLine;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks who shall own contested fields of one object; nothing is chosen beforehand. */
final class Ownership extends Div {
    private final RadioButtonGroup<Decision> choice = new RadioButtonGroup<>();

    Ownership(PlanEntry entry, int revision, @Nullable Decision decided, boolean mayDecide, Consumer<Decision> decide) {
        var status = decided == null ? Status.FAILED : Status.OK;
        addClassNames("hx-notice", "hx-ownership", status.className());
        var what = new Span(Texts.get("rollout.owner.what", fields(entry), managers(entry)));
        what.addClassName("hx-b");
        var why = new Span(Texts.get(decided == null ? "rollout.owner.decide" : "rollout.owner.decided"));
        why.addClassName("hx-muted");
        choice.setItems(Decision.values());
        choice.setItemLabelGenerator(each -> label(each, revision));
        choice.getElement().setAttribute("aria-label", Texts.get("rollout.owner.what", fields(entry), managers(entry)));
        if (decided != null) {
            choice.setValue(decided);
        }
        choice.setReadOnly(!mayDecide);
        choice.addValueChangeListener(change -> {
            choice.setReadOnly(true);
            decide.accept(change.getValue());
        });
        add(status.icon().create(), new Div(new Div(what, why), choice));
    }

    void focus() {
        choice.getElement().callJsFunction("focus");
    }

    /** The line of the object's text that the contest is about. */
    static boolean isAbout(DiffLine line, PlanEntry entry) {
        var text = line.text().strip();
        return entry.conflicts().stream()
                .map(Ownership::leaf)
                .anyMatch(leaf -> text.startsWith(leaf + ":") || text.startsWith("- " + leaf + ":"));
    }

    static String fields(PlanEntry entry) {
        return entry.conflicts().stream().map(FieldConflict::field).distinct().collect(Collectors.joining(", "));
    }

    static String managers(PlanEntry entry) {
        return entry.conflicts().stream().map(FieldConflict::manager).distinct().collect(Collectors.joining(", "));
    }

    private static String leaf(FieldConflict conflict) {
        var path = conflict.field().replaceAll("\\[[^]]*]$", "");
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String label(Decision decision, int revision) {
        return switch (decision) {
            case LEAVE -> Texts.get("rollout.owner.leave.long");
            case TAKE_OVER -> Texts.get("rollout.owner.takeOver.long", revision);
        };
    }
}

package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.uikit.DiffLine;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks who shall own one contested field; nothing is chosen beforehand. */
final class Ownership extends Div {
    private final RadioButtonGroup<Decision> choice = new RadioButtonGroup<>();

    Ownership(
            FieldClaim claim, int revision, @Nullable Decision decided, boolean mayDecide, Consumer<Decision> decide) {
        var status = decided == null ? Status.FAILED : Status.OK;
        addClassNames("hx-notice", "hx-ownership", status.className());
        var what = new Span(Texts.get("rollout.owner.what", claim.field(), claim.manager()));
        what.addClassName("hx-b");
        var why = new Span(Texts.get(decided == null ? "rollout.owner.decide" : "rollout.owner.decided"));
        why.addClassName("hx-muted");
        choice.setItems(Decision.values());
        choice.setItemLabelGenerator(each -> label(each, revision));
        choice.getElement().setAttribute("aria-label", Texts.get("rollout.owner.what", claim.field(), claim.manager()));
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
    static boolean isAbout(DiffLine line, FieldClaim claim) {
        var text = line.text().strip();
        var leaf = leaf(claim);
        return text.startsWith(leaf + ":") || text.startsWith("- " + leaf + ":");
    }

    private static String leaf(FieldClaim claim) {
        var path = claim.field().replaceAll("\\[[^]]*]$", "");
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String label(Decision decision, int revision) {
        return switch (decision) {
            case LEAVE -> Texts.get("rollout.owner.leave.long");
            case TAKE_OVER -> Texts.get("rollout.owner.takeOver.long", revision);
        };
    }
}

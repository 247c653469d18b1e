package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Removal;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;

/** What becomes of the volumes: kept unless somebody asks for more, each with its size. */
final class RemovalVolumes extends Panel {
    RemovalVolumes(Removal removal, boolean chosen, boolean mayChoose, Consumer<Boolean> choose) {
        super(Texts.get("rollout.removal.volumes"));
        count(removal.volumes().size());
        if (removal.volumes().isEmpty()) {
            var none = new Span(Texts.get("rollout.removal.volumes.none"));
            none.addClassName("hx-muted");
            padded(none);
            return;
        }
        var choice = new RadioButtonGroup<Boolean>();
        choice.addClassName("hx-choice");
        choice.setAriaLabel(Texts.get("rollout.removal.volumes"));
        choice.setItems(false, true);
        choice.setItemLabelGenerator(
                delete -> Texts.get(delete ? "rollout.removal.volumes.delete" : "rollout.removal.volumes.keep"));
        choice.setValue(chosen);
        choice.setReadOnly(!mayChoose);
        choice.addValueChangeListener(change -> choose.accept(change.getValue()));
        var why =
                new Span(Texts.get(chosen ? "rollout.removal.volumes.delete.why" : "rollout.removal.volumes.keep.why"));
        why.addClassName("hx-muted");
        padded(choice, why);
        add(RemovalTables.volumes(removal));
    }
}

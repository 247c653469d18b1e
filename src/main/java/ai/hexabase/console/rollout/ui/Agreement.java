package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.Replacement;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;

/** Asks whether an object may be deleted and made anew, saying why and what that costs; not ticked beforehand. */
final class Agreement extends Div {
    private final Checkbox agreed = new Checkbox();

    Agreement(PlanEntry entry, Replacement replacement, boolean given, boolean mayDecide, Consumer<Boolean> agree) {
        var status = given ? Status.OK : Status.FAILED;
        addClassNames("hx-notice", "hx-ownership", status.className());
        var what = new Span(Texts.get("rollout.replace.what", PlanWords.object(entry)));
        what.addClassName("hx-b");
        var why = new Div(what, new Span(Texts.get("rollout.replace.why")));
        agreed.setLabel(Texts.get("rollout.replace.agree", PlanWords.object(entry)));
        agreed.setValue(given);
        agreed.setReadOnly(!mayDecide);
        agreed.addValueChangeListener(change -> {
            agreed.setReadOnly(true);
            agree.accept(change.getValue());
        });
        add(status.icon().create(), new Div(why, fields(replacement), costs(replacement), agreed));
    }

    private static UnorderedList fields(Replacement replacement) {
        var list = new UnorderedList();
        list.addClassName("hx-reasons");
        for (Refusal.Cause field : replacement.fields()) {
            list.add(new ListItem(new Code(field.field() + ": " + field.message())));
        }
        return list;
    }

    private static UnorderedList costs(Replacement replacement) {
        var list = new UnorderedList();
        list.addClassName("hx-reasons");
        replacement.costs().forEach(cost -> list.add(new ListItem(Texts.of(cost))));
        return list;
    }

    void focus() {
        agreed.focus();
    }
}

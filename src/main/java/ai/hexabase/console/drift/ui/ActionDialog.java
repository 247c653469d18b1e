package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What the dialogs of drift have in common: a column of parts, a place for a refusal, one way on and one back. */
abstract class ActionDialog extends Dialog {
    private final Div column = new Div();
    private final Div refusal = new Div();
    private final Button confirm;

    ActionDialog(String title, String confirmLabel, String width) {
        super(title);
        addClassName("hx-confirmation");
        setWidth(width);
        column.addClassName("hx-dialog-column");
        add(column, refusal);
        confirm = Layouts.primary(confirmLabel, this::confirmed);
        getFooter().add(Layouts.plain(Texts.get("uikit.cancel"), this::close), confirm);
    }

    /** The primary button was pressed. */
    abstract void confirmed();

    final void content(Component... parts) {
        column.removeAll();
        column.add(parts);
    }

    final Button confirm() {
        return confirm;
    }

    final void refuse(Problem problem) {
        refusal.removeAll();
        refusal.add(new ProblemNotice(problem));
    }

    static UnorderedList facts(ListItem... facts) {
        var list = new UnorderedList(facts);
        list.addClassName("hx-facts");
        return list;
    }

    static ListItem fact(Status status, String text) {
        return new ListItem(status.shape(), new Span(text));
    }
}

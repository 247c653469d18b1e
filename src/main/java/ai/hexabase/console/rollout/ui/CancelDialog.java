package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Asks before a rollout is cancelled: what stays, and how to go on. */
final class CancelDialog {
    private CancelDialog() {}

    static Dialog open(Rollout rollout, Runnable cancel) {
        var dialog = new Dialog(Texts.get("rollout.cancel.title", rollout.number()));
        dialog.addClassName("hx-confirmation");
        dialog.setWidth("468px");
        var facts = new UnorderedList(
                fact(Status.WAITING, Texts.get("rollout.cancel.piece")),
                fact(Status.OK, Texts.get(RolloutWords.key(rollout, "cancel.stays"), rollout.stepsDone())),
                fact(Status.OK, Texts.get("rollout.cancel.back")));
        facts.addClassName("hx-facts");
        dialog.add(facts);
        dialog.getFooter()
                .add(
                        Layouts.plain(Texts.get("rollout.cancel.keep"), dialog::close),
                        Layouts.danger(Texts.get("rollout.cancel.confirm"), () -> {
                            dialog.close();
                            cancel.run();
                        }));
        dialog.open();
        return dialog;
    }

    private static ListItem fact(Status status, String text) {
        return new ListItem(status.shape(), new Span(text));
    }
}

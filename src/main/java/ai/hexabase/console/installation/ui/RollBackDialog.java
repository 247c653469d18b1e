package ai.hexabase.console.installation.ui;

import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks before settings go back to an earlier revision: what changes back, and that a plan comes first. */
final class RollBackDialog extends Dialog {
    private final TextField comment = new TextField();

    /**
     * @param next the number of the revision it makes
     * @param rollBack takes the comment
     */
    RollBackDialog(int earlier, int next, Component comparison, Consumer<String> rollBack) {
        setHeaderTitle(Texts.get("revision.back.title", earlier));
        addClassName("hx-confirmation");
        setWidth("640px");
        comment.setLabel(Texts.get("installation.save.comment"));
        comment.setValue(Texts.get("revision.back.comment", earlier));
        comment.setMaxLength(500);
        comment.setWidthFull();
        var content = new Div(comparison, new Paragraph(Texts.get("revision.back.words", next)), comment);
        content.addClassName("hx-dialog-column");
        add(content);
        getFooter()
                .add(
                        Layouts.plain(Texts.get("uikit.cancel"), this::close),
                        Layouts.primary(Texts.get("revision.back.confirm", next), () -> {
                            close();
                            rollBack.accept(comment.getValue());
                        }));
    }
}

package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.installation.TakenDecision;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Who owns contested fields as of a revision, who decided that, and the way to be asked again. */
final class OwnershipPanel extends Panel {
    private final transient Instant now;
    private final transient Optional<Consumer<FieldClaim>> askAgain;

    /** @param askAgain takes a decision back; empty when the reader or the revision does not allow it */
    OwnershipPanel(Revision revision, Instant now, Optional<Consumer<FieldClaim>> askAgain) {
        super(Texts.get("ownership.title"));
        this.now = now;
        this.askAgain = askAgain;
        count(revision.decisions().size());
        if (revision.decisions().isEmpty()) {
            padded(new Paragraph(Texts.get("ownership.none")));
        } else {
            var list = new UnorderedList();
            list.addClassName("hx-ownerships");
            revision.decisions().forEach(taken -> list.add(item(taken)));
            padded(list);
        }
    }

    private ListItem item(TakenDecision taken) {
        var field = new Span(OwnershipWords.field(taken.claim()));
        field.addClassName("hx-b");
        var decided = new Span(OwnershipWords.decision(taken.claim(), taken.decision()));
        var by = new Span(Texts.get(
                "ownership.by", taken.by(), Formats.when(taken.at(), now, ReaderZone.get()), taken.revision()));
        by.addClassName("hx-remark");
        var words = new Div(field, decided, by);
        words.addClassName("hx-ownership-words");
        var item = new ListItem(words);
        askAgain.ifPresent(withdraw -> item.add(again(taken.claim(), withdraw)));
        return item;
    }

    private static Component again(FieldClaim claim, Consumer<FieldClaim> withdraw) {
        var button = Layouts.small(Texts.get("ownership.again"), () -> withdraw.accept(claim));
        button.setAriaLabel(Texts.get("ownership.again.label", OwnershipWords.field(claim)));
        button.setTooltipText(Texts.get("ownership.again.means"));
        return button;
    }
}

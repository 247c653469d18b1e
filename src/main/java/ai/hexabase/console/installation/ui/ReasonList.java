package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Reason;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Reasons, each with the shape of how it weighs. */
final class ReasonList extends UnorderedList {
    ReasonList(List<Reason> reasons) {
        reasons.forEach(reason -> add(item(reason)));
    }

    private static ListItem item(Reason reason) {
        var status = switch (reason.level()) {
            case OK -> Status.OK;
            case WARNING -> Status.WARNING;
        };
        var shape = status.icon().create();
        var item = new ListItem(shape, new Span(Texts.of(reason.message())));
        item.addClassName(status.className());
        return item;
    }
}

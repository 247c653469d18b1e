package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;

/** What needs attention, worst first, each with one thing to do. */
public final class AttentionList extends UnorderedList {
    private static final Comparator<AttentionItem> WORST_FIRST = Comparator.comparingInt(
                    (AttentionItem item) -> item.status().urgency())
            .reversed();

    public AttentionList() {
        addClassName("hx-attention");
    }

    public void setItems(List<AttentionItem> items) {
        removeAll();
        items.stream().sorted(WORST_FIRST).map(AttentionList::line).forEach(this::add);
    }

    private static ListItem line(AttentionItem item) {
        var what = new Div(item.what());
        what.addClassName("hx-attention-what");
        var why = new Div(item.why());
        why.addClassName("hx-attention-why");
        var age = new Span(item.age());
        age.addClassName("hx-attention-age");
        var line = new ListItem(item.status().icon().create(), new Div(what, why), age, item.action());
        line.addClassName(item.status().className());
        return line;
    }
}

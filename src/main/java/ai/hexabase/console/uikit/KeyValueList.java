package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Terms in grey at the left, values at the right. */
public final class KeyValueList extends DescriptionList {
    public KeyValueList() {
        addClassName("hx-kv");
    }

    public KeyValueList with(String term, String value) {
        return with(term, new Span(value));
    }

    /** A value a machine reads. */
    public KeyValueList withCode(String term, String value) {
        return with(term, new Code(value));
    }

    /** A value with a small grey remark, such as its age. */
    public KeyValueList with(String term, String value, String remark) {
        var small = new Span(remark);
        small.addClassName("hx-remark");
        return with(term, new Span(value), small);
    }

    public KeyValueList with(String term, Component... value) {
        var description = new Description();
        description.add(value);
        add(new Term(term), description);
        return this;
    }
}

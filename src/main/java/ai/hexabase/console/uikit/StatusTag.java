package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A status, or a plain count or word, as a small tinted tag; outside tables only. */
public final class StatusTag extends Span {
    public StatusTag(String text) {
        this(null, text);
    }

    public StatusTag(@Nullable Status status, String text) {
        set(status, text);
    }

    public void set(@Nullable Status status, String text) {
        removeAll();
        setClassName("hx-tag");
        if (status != null) {
            addClassName(status.className());
            add(status.icon().create());
        }
        add(new Span(text));
    }
}

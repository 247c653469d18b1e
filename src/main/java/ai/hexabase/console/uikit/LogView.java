package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The newest lines of a log, following while the reader is at the end; the oldest go when there are too many. */
@Tag("hx-log")
@JsModule("./hx-log.ts")
public final class LogView extends Component implements HasSize, HasStyle {
    /** Lines kept on the page. */
    public static final int MOST_LINES = 2000;

    private final Deque<LogLine> lines = new ArrayDeque<>();

    public LogView() {
        addClassName("hx-log");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-live", "off");
        getElement().setProperty("most", MOST_LINES);
    }

    public void setLabel(String label) {
        getElement().setAttribute("aria-label", label);
    }

    /** Adds a batch below; call it at most once per window of live updates. */
    public void append(Collection<LogLine> batch) {
        batch.forEach(lines::addLast);
        while (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
        send(batch);
    }

    public void clear() {
        lines.clear();
        getElement().callJsFunction("clear");
    }

    /** Whether the view stays at the newest line. */
    public void setFollow(boolean follow) {
        getElement().setProperty("follow", follow);
    }

    public void setWrap(boolean wrap) {
        getElement().setProperty("wrap", wrap);
    }

    /** Marks the lines that contain the text and shows only these; empty shows all. */
    public void setSearch(String text) {
        getElement().setProperty("search", text);
    }

    public List<LogLine> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!lines.isEmpty()) {
            getElement().callJsFunction("clear");
            send(lines);
        }
    }

    private void send(Collection<LogLine> batch) {
        if (!batch.isEmpty() && isAttached()) {
            var kept =
                    batch.stream().skip(Math.max(0, batch.size() - MOST_LINES)).toList();
            getElement().callJsFunction("append", JacksonUtils.listToJson(kept));
        }
    }
}

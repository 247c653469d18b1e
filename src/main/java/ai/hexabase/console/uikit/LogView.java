package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.Collection;
import java.util.List;

/** The newest lines of a log, following while the reader is at the end; the oldest go when there are too many. */
@Tag("hx-log")
@JsModule("./hx-log.ts")
public final class LogView extends Component implements HasSize, HasStyle {
    /** Lines kept on the page. */
    public static final int MOST_LINES = 2000;

    /** Characters kept on the page, whatever the number of lines. */
    public static final int MOST_CHARS = 2 * 1024 * 1024;

    private final LogShelf kept;
    private boolean paused;
    private int held;

    public LogView() {
        this(MOST_LINES);
    }

    public LogView(int mostLines) {
        kept = new LogShelf(mostLines, MOST_CHARS);
        addClassName("hx-log");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-live", "off");
    }

    /** Told when the reader's search finds something else. */
    @FunctionalInterface
    public interface HitListener {
        /** @param at which of the hits is marked, counted from 1; 0 when there is none */
        void found(int at, int hits);
    }

    public void setLabel(String label) {
        getElement().setAttribute("aria-label", label);
    }

    /** Adds a batch; call it at most once per window of live updates. */
    public void append(Collection<LogLine> batch) {
        kept.add(batch);
        if (paused) {
            held += batch.size();
        } else {
            send(batch);
        }
    }

    public void clear() {
        kept.clear();
        held = 0;
        getElement().callJsFunction("clear");
    }

    /** Whether the page stands still: lines go on being kept and come when it goes on. */
    public void setPaused(boolean still) {
        paused = still;
        if (!still && held > 0) {
            held = 0;
            sendAll();
        }
    }

    public boolean isPaused() {
        return paused;
    }

    /** Lines that came since the page stands still. */
    public int held() {
        return held;
    }

    /** Lines that are not kept any more since the last {@link #clear()}. */
    public long dropped() {
        return kept.dropped();
    }

    /** Whether the view stays at the newest line. */
    public void setFollow(boolean follow) {
        getElement().setProperty("follow", follow);
    }

    public void setWrap(boolean wrap) {
        getElement().setProperty("wrap", wrap);
    }

    /** Marks the text wherever it stands; empty marks nothing. */
    public void setSearch(String text) {
        getElement().setProperty("search", text);
    }

    /** Whether only lines with the text searched for are shown, as at first. */
    public void setOnlyHits(boolean only) {
        getElement().setProperty("only", only);
    }

    /** Goes to the next hit, or to the one before. */
    public void step(boolean forward) {
        getElement().callJsFunction("step", forward ? 1 : -1);
    }

    public void onHits(HitListener listener) {
        getElement()
                .addEventListener(
                        "hx-hits",
                        event -> listener.found(
                                event.getEventData().path("event.detail.at").asInt(0),
                                event.getEventData().path("event.detail.hits").asInt(0)))
                .addEventData("event.detail.at")
                .addEventData("event.detail.hits");
    }

    /** Lines of these sources are not shown. */
    public void hide(Collection<String> sources) {
        getElement().setPropertyJson("hiddenSources", JacksonUtils.listToJson(List.copyOf(sources)));
    }

    public List<LogLine> lines() {
        return kept.lines();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (kept.size() > 0) {
            sendAll();
        }
    }

    private void sendAll() {
        getElement().callJsFunction("clear");
        send(kept.lines());
    }

    private void send(Collection<LogLine> batch) {
        if (!batch.isEmpty() && isAttached()) {
            var newest =
                    batch.stream().skip(Math.max(0, batch.size() - kept.size())).toList();
            getElement().callJsFunction("append", JacksonUtils.listToJson(newest), kept.size());
        }
    }
}

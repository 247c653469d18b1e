package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long something has been going on, as in "1 min 10 s"; counts in the browser. */
@Tag("hx-elapsed")
@JsModule("./hx-elapsed.ts")
public final class Elapsed extends Component {
    private @Nullable Instant since;

    /** Counts from this moment; null shows nothing. */
    public Elapsed since(@Nullable Instant start) {
        if (start == null || !start.equals(since)) {
            since = start;
            getElement().setProperty("since", start == null ? 0 : (double) start.toEpochMilli());
        }
        return this;
    }

    public @Nullable Instant since() {
        return since;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setProperty("seconds", Texts.get("uikit.time.s", "%"));
        getElement().setProperty("minutes", Texts.get("uikit.time.minS", "%", "%"));
        getElement().setProperty("hours", Texts.get("uikit.time.hMin", "%", "%"));
    }
}

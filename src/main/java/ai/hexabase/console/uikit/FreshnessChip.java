package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how fresh the data beside it is: live, reconnecting, unknown since, or as of; counts up in the browser. */
@Tag("hx-freshness")
@JsModule("./hx-freshness.ts")
public final class FreshnessChip extends Component {
    /** What is known about the source of the data. */
    public enum State {
        LIVE,
        RECONNECTING,
        UNKNOWN,
        AS_OF
    }

    private State state = State.UNKNOWN;
    private @Nullable Instant at;

    /** News arrive; the last came at {@code lastNews}. */
    public FreshnessChip live(Instant lastNews) {
        return set(State.LIVE, lastNews);
    }

    public FreshnessChip reconnecting(Instant lastNews) {
        return set(State.RECONNECTING, lastNews);
    }

    public FreshnessChip unknownSince(@Nullable Instant since) {
        return set(State.UNKNOWN, since);
    }

    /** A reading that is not followed. */
    public FreshnessChip asOf(Instant read) {
        return set(State.AS_OF, read);
    }

    public State state() {
        return state;
    }

    public @Nullable Instant at() {
        return at;
    }

    private FreshnessChip set(State newState, @Nullable Instant instant) {
        state = newState;
        at = instant;
        getElement().setProperty("state", newState.name());
        getElement().setProperty("at", instant == null ? 0 : (double) instant.toEpochMilli());
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var element = getElement();
        for (var word : WORDS.entrySet()) {
            element.setProperty(word.getKey(), Texts.get(word.getValue()));
        }
    }

    private static final Map<String, String> WORDS = Map.of(
            "liveWord", "uikit.fresh.live",
            "reconnectingWord", "uikit.fresh.reconnecting",
            "unknownWord", "uikit.fresh.unknown",
            "unknownSinceWord", "uikit.fresh.unknownSince",
            "asOfWord", "uikit.fresh.asOf",
            "agoWords", "uikit.fresh.ago");
}

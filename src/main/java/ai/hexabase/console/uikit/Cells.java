package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;

/** Contents of a table's cells. */
public final class Cells {
    private Cells() {}

    /** One line, cut where the column ends; whole in the tooltip. */
    public static Component text(String text) {
        return text(text, text);
    }

    /** One line, cut where the column ends, with more in the tooltip. */
    public static Component text(String text, String tooltip) {
        var cell = new Span(text);
        cell.addClassName("hx-ell");
        cell.setTitle(tooltip);
        return cell;
    }

    /** How long ago; exactly in the tooltip. */
    public static Component when(Instant at, Clock clock) {
        var zone = ReaderZone.get();
        var when = new Span(Formats.when(at, clock.instant(), zone));
        when.setTitle(Formats.exact(at, zone));
        return when;
    }
}

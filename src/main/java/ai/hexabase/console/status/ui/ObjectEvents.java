package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.status.EventWords;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.PodEvent;
import ai.hexabase.console.status.PodReason;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The events of an object as they come, newest first. */
final class ObjectEvents extends UnorderedList {
    private static final int MOST = 30;

    private final transient Clock clock;

    ObjectEvents(LiveObjects objects, LiveRow row, Clock clock) {
        this.clock = clock;
        addClassName("hx-events");
        var live = LiveUpdates.of(this);
        show(List.of());
        live.whileShown(() -> listen(() -> objects.events(row, heard -> live.run("events", () -> show(heard)))));
    }

    /** A cluster can be gone by the time its object is looked at. */
    private AutoCloseable listen(Supplier<AutoCloseable> subscription) {
        try {
            return subscription.get();
        } catch (ProblemException gone) {
            removeAll();
            add(new ListItem(new Span(Texts.of(gone.problem().what()))));
            return () -> {};
        }
    }

    private void show(List<PodEvent> heard) {
        removeAll();
        if (heard.isEmpty()) {
            add(new ListItem(new Span(Texts.get("status.events.none"))));
        }
        heard.stream().limit(MOST).map(this::line).forEach(this::add);
    }

    private ListItem line(PodEvent event) {
        var status = event.warning() ? Status.WARNING : Status.OK;
        var age = new Span(LiveTexts.age(event.at(), clock.instant()));
        age.addClassName("hx-event-age");
        var reason = new Span(event.reason());
        reason.addClassName("hx-b");
        var words = new Span(reason, new Span(" " + event.message() + count(event)));
        EventWords.explain(event).map(ObjectEvents::plain).ifPresent(words::add);
        var line = new ListItem(status.shape(), age, words);
        line.addClassName(status.className());
        return line;
    }

    /** What it means and what to do, below the cluster's own words. */
    private static Span plain(PodReason reason) {
        var text = Texts.of(reason.plain());
        var plain = new Span(reason.action()
                .map(action -> Texts.get("status.events.plain", text, Texts.of(action)))
                .orElse(text));
        plain.addClassName("hx-event-plain");
        return plain;
    }

    private static String count(PodEvent event) {
        return event.count() > 1 ? " (×" + event.count() + ")" : "";
    }
}

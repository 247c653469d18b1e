package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps one below the other, each with its own words and time; changed in place, so nothing flickers. */
public final class Timeline extends OrderedList {
    /**
     * A step as it stands now.
     *
     * @param key identity of the step in this timeline
     * @param words what it says about itself, empty when nothing
     * @param time formatted duration or moment, empty when not started
     * @param runningSince when set, the time counts up from there instead
     * @param current whether it is the one being worked on or stopped at
     */
    public record Step(
            String key,
            Status status,
            String name,
            String words,
            String time,
            @Nullable Instant runningSince,
            boolean current) {
        public Step(String key, Status status, String name, String words, String time, boolean current) {
            this(key, status, name, words, time, null, current);
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();

    public Timeline() {
        addClassName("hx-timeline");
    }

    /** Shows these steps; rebuilds only when their keys changed. */
    public void setSteps(List<Step> steps) {
        if (!List.copyOf(lines.keySet()).equals(steps.stream().map(Step::key).toList())) {
            removeAll();
            lines.clear();
            steps.forEach(step -> {
                var line = new Line();
                lines.put(step.key(), line);
                add(line);
            });
        }
        steps.forEach(this::update);
    }

    /** Changes one step in place; unknown keys are ignored. */
    public void update(Step step) {
        var line = lines.get(step.key());
        if (line != null) {
            line.show(step);
        }
    }

    private static final class Line extends ListItem {
        private final Span shape = new Span();
        private final Span name = new Span();
        private final Span state = new Span();
        private final Span words = new Span();
        private final Span time = new Span();
        private final Elapsed elapsed = new Elapsed();

        Line() {
            shape.getElement().setAttribute("aria-hidden", "true");
            name.addClassName("hx-step-name");
            state.addClassName("hx-sr");
            words.addClassName("hx-step-words");
            time.addClassName("hx-step-time");
            add(shape, new Div(name, state, words), time);
        }

        void show(Step step) {
            setClassName(step.status().className());
            setClassName("hx-now", step.current());
            setClassName("hx-done", step.status() == Status.OK);
            setClassName("hx-todo", step.status() == Status.WAITING);
            shape.setClassName("hx-icon " + step.status().icon().className());
            name.setText(step.name());
            state.setText(Texts.get("uikit.status." + step.status().name().toLowerCase(java.util.Locale.ROOT)));
            words.setText(step.words());
            words.setVisible(!step.words().isEmpty());
            showTime(step);
            if (step.current()) {
                getElement().setAttribute("aria-current", "step");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }

        private void showTime(Step step) {
            var counting = elapsed.getParent().isPresent();
            if (step.runningSince() == null) {
                time.setText(step.time());
            } else if (!counting) {
                time.setText("");
                time.add(elapsed);
            }
            elapsed.since(step.runningSince());
        }
    }
}

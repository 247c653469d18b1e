package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LogOrigin;
import ai.hexabase.console.status.LogState;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The logs that are read together: colour and name of each, how its reading stands, and whether it is shown. */
final class LogLegend extends Aside {
    private final LogTones tones;
    private final transient Consumer<Set<LogOrigin>> onHide;
    private final UnorderedList list = new UnorderedList();
    private final Map<LogOrigin, Line> lines = new LinkedHashMap<>();
    private final Set<LogOrigin> hidden = new HashSet<>();

    LogLegend(LogTones tones, Consumer<Set<LogOrigin>> onHide) {
        this.tones = tones;
        this.onHide = onHide;
        addClassNames("hx-panel", "hx-log-legend");
        getElement().setAttribute("aria-label", Texts.get("status.logs.legend"));
        var all = Layouts.link(Texts.get("status.logs.show-all"), () -> showOnly(Set.of()));
        var none = Layouts.link(Texts.get("status.logs.show-none"), () -> showOnly(Set.copyOf(lines.keySet())));
        var head = new Div(all, none);
        head.addClassName("hx-log-legend-head");
        add(head, list);
    }

    /** Keeps the boxes that are there, so that the keyboard's place is not lost when a state changes. */
    void show(List<LogState> states) {
        var now = new HashSet<LogOrigin>();
        for (var state : states) {
            now.add(state.origin());
            lines.computeIfAbsent(state.origin(), this::line).show(state);
        }
        lines.entrySet().removeIf(line -> {
            var gone = !now.contains(line.getKey());
            if (gone) {
                list.remove(line.getValue());
            }
            return gone;
        });
    }

    private Line line(LogOrigin origin) {
        var line = new Line(origin);
        list.add(line);
        return line;
    }

    private void showOnly(Set<LogOrigin> without) {
        hidden.clear();
        hidden.addAll(without);
        lines.values().forEach(line -> line.shown.setValue(!hidden.contains(line.origin)));
        onHide.accept(Set.copyOf(hidden));
    }

    private final class Line extends ListItem {
        private final LogOrigin origin;
        private final Checkbox shown = new Checkbox();
        private final Span state = new Span();

        Line(LogOrigin origin) {
            this.origin = origin;
            var pod = new Span(origin.pod());
            pod.addClassNames("hx-mono", "hx-ell", "hx-log-source", "hx-tone-" + tones.of(origin.pod()));
            pod.setTitle(origin.pod());
            var container = new Span(origin.container());
            container.addClassNames("hx-mono", "hx-muted");
            shown.setValue(!hidden.contains(origin));
            shown.setAriaLabel(Texts.get("status.logs.shown", origin.pod(), origin.container()));
            shown.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed(change.getValue());
                }
            });
            state.addClassName("hx-log-state");
            var below = new Div(container, state);
            below.addClassName("hx-log-below");
            add(shown, new Div(pod, below));
        }

        private void changed(boolean wanted) {
            if (wanted) {
                hidden.remove(origin);
            } else {
                hidden.add(origin);
            }
            onHide.accept(Set.copyOf(hidden));
        }

        void show(LogState now) {
            state.removeAll();
            state.add(status(now).shape(), new Span(Texts.get("status.logs.phase." + phase(now))));
            var problem = now.problem();
            state.setTitle(problem == null || problem.words() == null ? "" : problem.words());
        }

        private static String phase(LogState now) {
            return now.phase() == LogState.Phase.ENDED && now.problem() != null
                    ? "unreadable"
                    : now.phase().name().toLowerCase(Locale.ROOT);
        }

        private static Status status(LogState now) {
            return switch (now.phase()) {
                case OPENING -> Status.PROGRESSING;
                case FOLLOWING -> Status.OK;
                case WAITING -> now.problem() == null ? Status.PROGRESSING : Status.WARNING;
                case ENDED -> now.problem() == null ? Status.WAITING : Status.WARNING;
            };
        }
    }
}

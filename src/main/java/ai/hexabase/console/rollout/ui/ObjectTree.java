package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The objects of a plan in the order in which they are applied, deletions first; arrow keys move through it. */
final class ObjectTree extends Nav {
    private final Plan plan;
    private final Reading reading;
    private final Optional<LastTime> last;
    private final Consumer<PlanEntry> onSelect;
    private final Map<String, NativeButton> items = new LinkedHashMap<>();

    /** @param last how long things took the last time, empty when there was none */
    ObjectTree(Plan plan, Reading reading, Optional<LastTime> last, Consumer<PlanEntry> onSelect) {
        this.plan = plan;
        this.reading = reading;
        this.last = last;
        this.onSelect = onSelect;
        addClassName("hx-tree");
        getElement().setAttribute("aria-label", Texts.get("rollout.review.tree"));
        onKey("ArrowDown", 1);
        onKey("ArrowUp", -1);
        draw();
    }

    /** Marks the selected object, and moves the keyboard there when asked. */
    void showSelected(boolean focus) {
        plan.entries().forEach(entry -> {
            var item = items.get(entry.key());
            if (item != null) {
                mark(item, reading.isSelected(entry));
                if (focus && reading.isSelected(entry)) {
                    item.focus();
                }
            }
        });
    }

    List<String> keys() {
        return List.copyOf(items.keySet());
    }

    private void onKey(String key, int places) {
        getElement()
                .addEventListener(
                        "keydown",
                        event -> reading.neighbour(plan, places).ifPresent(entry -> {
                            onSelect.accept(entry);
                            showSelected(true);
                        }))
                .setFilter("event.key === '" + key + "'")
                .preventDefault();
    }

    private void draw() {
        removeAll();
        items.clear();
        deleted("rollout.review.deletedFirst", entry -> entry.phase() != Phase.VERIFY);
        deleted("rollout.review.deletedLast", entry -> entry.phase() == Phase.VERIFY);
        for (var phase : Phase.values()) {
            phase(phase);
        }
        more();
    }

    /** Deletions stand on top, whenever they are carried out. */
    private void deleted(String key, Predicate<PlanEntry> when) {
        var deleted = plan.entries().stream()
                .filter(entry -> entry.action() == Action.DELETE)
                .filter(when)
                .toList();
        if (!deleted.isEmpty()) {
            group("", Texts.get(key), deleted).addClassName("hx-deleted");
            deleted.forEach(this::item);
        }
    }

    private void phase(Phase phase) {
        var entries = plan.entries().stream()
                .filter(entry -> entry.phase() == phase && entry.action() != Action.DELETE)
                .toList();
        if (!entries.isEmpty()) {
            var group = group(String.valueOf(phase.ordinal() + 1), PlanWords.phase(phase), entries);
            last.flatMap(known -> known.took(phase)).ifPresent(took -> group.addComponentAtIndex(2, took(took)));
            entries.stream().filter(reading.listed(plan)::contains).forEach(this::item);
        }
    }

    private Div group(String number, String name, List<PlanEntry> entries) {
        var no = new Span(number);
        no.addClassName("hx-no");
        var counts = new Span(Arrays.stream(Action.values())
                .filter(action -> count(entries, action) > 0)
                .map(action -> PlanWords.symbol(action) + count(entries, action))
                .collect(Collectors.joining(" ")));
        counts.addClassName("hx-end");
        var group = new Div(no, new Span(name), counts);
        group.addClassName("hx-tree-group");
        add(group);
        return group;
    }

    private static Span took(Duration took) {
        var span = new Span(Texts.get("rollout.last.short", Formats.took(took)));
        span.addClassName("hx-muted");
        return span;
    }

    private static long count(List<PlanEntry> entries, Action action) {
        return entries.stream().filter(entry -> entry.action() == action).count();
    }

    private void item(PlanEntry entry) {
        var name = new Span(entry.ref().name());
        name.addClassName("hx-tree-name");
        var kind = new Span(entry.ref().kind().kind());
        kind.addClassName("hx-kind");
        var item = new NativeButton();
        item.addClassName("hx-tree-item");
        item.add(PlanWords.sign(entry.action()), name, kind);
        PlanWords.mark(plan, entry).ifPresent(status -> item.add(status.shape()));
        item.getElement()
                .setAttribute("aria-label", PlanWords.object(entry) + ", " + PlanWords.done(entry.action()))
                .setAttribute("title", entry.ref().name());
        item.addClickListener(click -> {
            onSelect.accept(entry);
            showSelected(false);
        });
        mark(item, reading.isSelected(entry));
        items.put(entry.key(), item);
        add(item);
    }

    private static void mark(NativeButton item, boolean selected) {
        if (selected) {
            item.getElement().setAttribute("aria-current", "true");
        } else {
            item.getElement().removeAttribute("aria-current");
        }
    }

    private void more() {
        var same = plan.entries().size() - Reading.changes(plan).size();
        if (same > 0) {
            var key = reading.unchanged ? "rollout.review.hideUnchanged" : "rollout.review.showUnchanged";
            var more = new NativeButton(Texts.get(key, same), click -> {
                reading.unchanged = !reading.unchanged;
                draw();
            });
            more.addClassNames("hx-tree-item", "hx-tree-more");
            more.getElement().setAttribute("aria-expanded", String.valueOf(reading.unchanged));
            add(more);
        }
    }
}

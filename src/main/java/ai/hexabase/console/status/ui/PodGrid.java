package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pods in groups, with sums per group; keeps selection and closed groups while the pods change. */
final class PodGrid extends TreeGrid<PodLine> {
    /** Columns that can be left out. */
    enum Extra {
        AGE,
        NODE,
        ZONE,
        WORDS
    }

    private final TreeData<PodLine> data = new TreeData<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Extra, Column<PodLine>> extras = new java.util.EnumMap<>(Extra.class);
    private final transient Clock clock;
    private transient Map<ClusterId, Reachability> reachability = Map.of();
    private @Nullable String selected;

    PodGrid(Clock clock, Consumer<PodRow> onSelect) {
        this.clock = clock;
        Layouts.compact(this);
        setDataProvider(new TreeDataProvider<>(
                data, com.vaadin.flow.data.provider.hierarchy.HierarchicalDataProvider.HierarchyFormat.FLATTENED));
        setSizeFull();
        setSelectionMode(Grid.SelectionMode.SINGLE);
        setPartNameGenerator(line -> line.group() == null ? null : "grp");
        columns();
        addItemClickListener(click -> {
            var pod = click.getItem().pod();
            if (pod == null) {
                toggle(click.getItem());
            } else {
                open(pod, onSelect);
            }
        });
        addSelectionListener(change -> change.getFirstSelectedItem()
                .map(PodLine::pod)
                .filter(pod -> change.isFromClient())
                .ifPresent(pod -> open(pod, onSelect)));
    }

    /** A click arrives as a click and as a selection, the keyboard only as a selection. */
    private void open(PodRow pod, Consumer<PodRow> onSelect) {
        if (!pod.key().equals(selected)) {
            onSelect.accept(pod);
        }
    }

    private void toggle(PodLine group) {
        if (isExpanded(group)) {
            collapse(group);
        } else {
            expand(group);
        }
    }

    private void columns() {
        addComponentHierarchyColumn(this::name)
                .setHeader(Texts.get("status.column.pod"))
                .setFlexGrow(3)
                .setWidth("256px");
        number("status.column.ready", pod -> pod.ready() + "/" + pod.containers(), "56px");
        number("status.column.restarts", pod -> String.valueOf(pod.restarts()), "68px");
        extras.put(
                Extra.AGE, number("status.column.age", pod -> PodTexts.age(pod.createdAt(), clock.instant()), "62px"));
        extras.put(Extra.NODE, text("status.column.node", pod -> pod.node() == null ? "" : pod.node(), "92px"));
        extras.put(Extra.ZONE, text("status.column.zone", pod -> pod.zone() == null ? "" : pod.zone(), "76px"));
        extras.put(
                Extra.WORDS,
                addComponentColumn(this::words)
                        .setHeader(Texts.get("status.column.words"))
                        .setFlexGrow(4)
                        .setWidth("130px"));
    }

    private Column<PodLine> number(String header, Function<PodRow, String> value, String width) {
        return text(header, value, width).setTextAlign(ColumnTextAlign.END);
    }

    private Column<PodLine> text(String header, Function<PodRow, String> value, String width) {
        return addColumn(line -> line.pod() == null ? "" : value.apply(line.pod()))
                .setHeader(Texts.get(header))
                .setFlexGrow(0)
                .setWidth(width);
    }

    void setExtra(Extra extra, boolean shown) {
        java.util.Objects.requireNonNull(extras.get(extra)).setVisible(shown);
    }

    /** Shows these groups; new ones are open. */
    void show(List<PodGroup> groups, Map<ClusterId, Reachability> clusters) {
        reachability = clusters;
        data.clear();
        var opening = new java.util.ArrayList<PodLine>();
        for (var group : groups) {
            var line = PodLine.of(group);
            data.addItem(null, line);
            data.addItems(line, group.pods().stream().map(PodLine::of));
            if (known.add(line.key())) {
                opening.add(line);
            }
        }
        getDataProvider().refreshAll();
        expand(opening);
        reselect();
    }

    private void reselect() {
        var wanted = selected;
        if (wanted == null) {
            return;
        }
        asSingleSelect()
                .getOptionalValue()
                .map(PodLine::pod)
                .filter(pod -> pod.key().equals(wanted))
                .ifPresentOrElse(pod -> {}, () -> find(wanted).ifPresent(this::select));
    }

    private Optional<PodLine> find(String key) {
        return data.getRootItems().stream()
                .flatMap(root -> data.getChildren(root).stream())
                .filter(line -> line.pod() != null && line.pod().key().equals(key))
                .findFirst();
    }

    /** Marks the pod as selected, also when it only appears later. */
    void mark(@Nullable String podKey) {
        selected = podKey;
        if (podKey == null) {
            deselectAll();
        }
    }

    /** What is shown now of the pod. */
    Optional<PodRow> row(String podKey) {
        return find(podKey).map(PodLine::pod);
    }

    private Reachability of(PodRow pod) {
        return reachability.getOrDefault(pod.cluster(), new Reachability.Reconnecting(clock.instant(), null));
    }

    private Component name(PodLine line) {
        var pod = line.pod();
        var cell = new Div();
        if (pod == null) {
            return group(java.util.Objects.requireNonNull(line.group()));
        }
        var shape = PodTexts.status(pod.reason(), of(pod)).shape();
        var name = new Span(pod.name());
        name.addClassNames("hx-mono", "hx-ell");
        name.setTitle(pod.namespace() + "/" + pod.name());
        cell.add(shape, name);
        cell.addClassName("hx-cell");
        return cell;
    }

    private static Component group(PodGroup group) {
        var title = new Span(group.title().isEmpty() ? Texts.get("status.group.no-node") : group.title());
        var kind = new Span(group.kind().isEmpty() ? "" : PodTexts.kind(group.kind()));
        var sum = sum(group);
        sum.addClassName("hx-narrow-only");
        var cell = new Div(title, kind, sum);
        cell.addClassName("hx-grp");
        return cell;
    }

    private Component words(PodLine line) {
        var pod = line.pod();
        if (pod == null) {
            return sum(java.util.Objects.requireNonNull(line.group()));
        }
        var words = new Span(PodTexts.words(pod.reason(), of(pod), clock.instant()));
        words.addClassNames("hx-ell", "hx-muted");
        words.setTitle(
                pod.reason().words() == null
                        ? words.getText()
                        : words.getText() + "\n" + pod.reason().words());
        return words;
    }

    private static Span sum(PodGroup group) {
        var text = Texts.get("status.group.ready", group.ready(), group.pods().size());
        if (group.starting() > 0) {
            text += Texts.get("status.group.starting", group.starting());
        }
        if (group.failing() > 0) {
            text += Texts.get("status.group.failing", group.failing());
        }
        var sum = new Span(text);
        sum.addClassName("hx-grp-sum");
        return sum;
    }
}

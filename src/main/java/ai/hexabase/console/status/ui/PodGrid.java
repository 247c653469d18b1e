package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalDataProvider.HierarchyFormat;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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

    /** Fits the pods of a Deployment with a name as long as ours. */
    private static final String NAME = "322px";

    private static final String NARROW_NAME = "240px";

    private final TreeData<PodLine> data = new TreeData<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Extra, Column<PodLine>> extras = new EnumMap<>(Extra.class);
    private final transient PodCells cells;
    private final transient Consumer<PodRow> onSelect;
    private final Column<PodLine> name;
    private Set<Extra> wanted = EnumSet.allOf(Extra.class);
    private boolean besideDetail;
    private @Nullable String selected;

    PodGrid(Clock clock, Consumer<PodRow> onSelect) {
        this.cells = new PodCells(clock);
        this.onSelect = onSelect;
        Layouts.compact(this);
        setDataProvider(new TreeDataProvider<>(data, HierarchyFormat.FLATTENED));
        setSizeFull();
        setSelectionMode(Grid.SelectionMode.SINGLE);
        setPartNameGenerator(line -> line.group() == null ? null : "grp");
        name = nameColumn();
        columns();
        addItemClickListener(click -> clicked(click.getItem()));
        addSelectionListener(change -> change.getFirstSelectedItem()
                .map(PodLine::pod)
                .filter(pod -> change.isFromClient())
                .ifPresent(this::open));
    }

    private void clicked(PodLine line) {
        var pod = line.pod();
        if (pod == null) {
            toggle(line);
        } else {
            open(pod);
        }
    }

    /** A click arrives as a click and as a selection, the keyboard only as a selection. */
    private void open(PodRow pod) {
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

    private Column<PodLine> nameColumn() {
        return addComponentHierarchyColumn(cells::name)
                .setHeader(Texts.get("status.column.pod"))
                .setFlexGrow(3)
                .setWidth(NAME);
    }

    private void columns() {
        number("status.column.ready", PodCells::ready, "70px");
        number("status.column.restarts", PodCells::restarts, "68px");
        extras.put(Extra.AGE, number("status.column.age", cells::age, "62px"));
        extras.put(Extra.NODE, text("status.column.node", PodCells::node, "92px"));
        extras.put(Extra.ZONE, text("status.column.zone", PodCells::zone, "76px"));
        extras.put(
                Extra.WORDS,
                addComponentColumn(cells::words)
                        .setHeader(Texts.get("status.column.words"))
                        .setFlexGrow(4)
                        .setWidth("120px"));
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

    /** Shows these columns, as far as there is room for them. */
    void showExtras(Set<Extra> chosen) {
        wanted = Set.copyOf(chosen);
        fitColumns();
    }

    /** Beside an open pod names need the room of its zone, which the pod tells itself. */
    void besideDetail(boolean open) {
        besideDetail = open;
        fitColumns();
    }

    private void fitColumns() {
        name.setWidth(wanted.isEmpty() ? NARROW_NAME : NAME);
        extras.forEach(
                (extra, column) -> column.setVisible(wanted.contains(extra) && !(besideDetail && extra == Extra.ZONE)));
    }

    /** Shows these groups; new ones are open. */
    void show(List<PodGroup> groups, Map<ClusterId, Reachability> clusters) {
        cells.reachability(clusters);
        data.clear();
        var opening = new ArrayList<PodLine>();
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
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in groups, with sums per group; keeps selection and closed groups while the rows change. */
final class LiveGrid<R extends LiveRow> extends TreeGrid<LiveLine<R>> {
    /** Key of the first column. */
    static final String NAME = "name";
    /** Key of the last column. */
    static final String WORDS = "words";

    /** Fits the pods of a Deployment with a name as long as ours. */
    private static final String NAME_WIDTH = "322px";

    private static final String NARROW_NAME_WIDTH = "240px";
    /** Ages grow also where nothing else happens. */
    private static final Duration AGES = Duration.ofSeconds(10);

    private static final String NAME_CELL = """
            <vaadin-grid-tree-toggle @click=${onClick} .leaf=${!model.hasChildren} .expanded=${live(model.expanded)} \
            .level=${model.level}>${item.shape
              ? html`<div class="hx-cell"><span class="${item.shape}" aria-hidden="true"></span>\
            <span class="hx-mono hx-ell" title="${item.more}">${item.name}</span></div>`
              : html`<div class="hx-grp"><span>${item.name}</span><span>${item.more}</span>\
            <span class="hx-grp-sum hx-narrow-only">${item.sum}</span>${item.logs
                ? html`<a class="hx-grp-logs" href="${item.logs}" aria-label="${item.logsOf}">${item.logsWord}</a>` : ''}</div>`}</vaadin-grid-tree-toggle>""";
    private static final String WORDS_CELL = """
            ${item.group
              ? html`<span class="hx-grp-sum">${item.text}</span>`
              : html`<span class="hx-ell hx-muted" title="${item.own}">${item.text}</span>`}""";

    private final LiveLines<R> lines = new LiveLines<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Column<LiveLine<R>>> optional = new LinkedHashMap<>();
    private final transient Sheet<R> sheet;
    private final transient Clock clock;
    private final transient LiveCells<R> cells;
    private final transient Consumer<R> onSelect;
    private final Column<LiveLine<R>> name;
    private Set<String> wanted = Set.of();
    private boolean besideDetail;
    private boolean narrow;
    private @Nullable String selected;
    private Instant drawn = Instant.EPOCH;

    LiveGrid(Sheet<R> sheet, Clock clock, Consumer<R> onSelect) {
        this.sheet = sheet;
        this.clock = clock;
        this.cells = new LiveCells<>(sheet, clock);
        this.onSelect = onSelect;
        Layouts.compact(this);
        setDataProvider(lines);
        setSizeFull();
        setSelectionMode(Grid.SelectionMode.SINGLE);
        setPartNameGenerator(line -> line.isGroup() ? "grp" : null);
        name = nameColumn();
        sheet.columns().forEach(this::column);
        wordsColumn();
        wanted = optional.keySet();
        addItemClickListener(click -> clicked(click.getItem()));
        addSelectionListener(change -> {
            if (change.isFromClient()) {
                change.getFirstSelectedItem().ifPresent(this::selected);
            }
        });
    }

    private void clicked(LiveLine<R> line) {
        var row = line.row();
        if (row == null) {
            toggle(line);
        } else {
            open(row);
        }
    }

    private void selected(LiveLine<R> line) {
        var row = line.row();
        if (row != null) {
            open(row);
        }
    }

    /** A click arrives as a click and as a selection, the keyboard only as a selection. */
    private void open(R row) {
        if (!row.key().equals(selected)) {
            onSelect.accept(row);
        }
    }

    private void toggle(LiveLine<R> line) {
        if (!line.isGroup()) {
            return;
        }
        if (isExpanded(line)) {
            collapse(line);
        } else {
            expand(line);
        }
    }

    private Column<LiveLine<R>> nameColumn() {
        var renderer = LitRenderer.<LiveLine<R>>of(NAME_CELL)
                .withProperty("shape", cells::shape)
                .withProperty("name", cells::name)
                .withProperty("more", cells::more)
                .withProperty("sum", line -> line.isGroup() ? LiveCells.sum(line.group()) : "")
                .withProperty("logs", cells::logs)
                .withProperty("logsWord", line -> line.isGroup() ? Texts.get("status.logs.open") : "")
                .withProperty(
                        "logsOf", line -> line.isGroup() ? Texts.get("status.logs.open-of", cells.name(line)) : "")
                .withFunction("onClick", this::toggle);
        return addColumn(renderer)
                .setKey(NAME)
                .setSortProperty(NAME)
                .setHeader(sheet.text("column.name"))
                .setFlexGrow(3)
                .setWidth(NAME_WIDTH);
    }

    private void column(LiveColumn<R> column) {
        var added = addColumn(line -> {
                    var row = line.row();
                    return row == null ? "" : column.text().apply(row);
                })
                .setKey(column.key())
                .setSortProperty(column.key())
                .setHeader(Texts.get("status.column." + column.key()))
                .setFlexGrow(0)
                .setWidth(column.width());
        if (column.number()) {
            added.setTextAlign(ColumnTextAlign.END);
        }
        if (column.optional()) {
            optional.put(column.key(), added);
        }
    }

    private void wordsColumn() {
        var renderer = LitRenderer.<LiveLine<R>>of(WORDS_CELL)
                .withProperty("group", LiveLine::isGroup)
                .withProperty("text", cells::words)
                .withProperty("own", cells::ownWords);
        optional.put(
                WORDS,
                addColumn(renderer)
                        .setKey(WORDS)
                        .setSortProperty(WORDS)
                        .setHeader(Texts.get("status.column.words"))
                        .setFlexGrow(4)
                        .setWidth("120px"));
    }

    /** Tells by which column a person wants the rows sorted, null for the list's own order. */
    void onSort(Consumer<LiveFilter.@Nullable Order> listener) {
        addSortListener(sort -> {
            if (sort.isFromClient()) {
                listener.accept(sort.getSortOrder().stream()
                        .findFirst()
                        .map(order -> new LiveFilter.Order(
                                order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING))
                        .orElse(null));
            }
        });
    }

    /** The columns that can be left out, by their keys. */
    List<String> optional() {
        return List.copyOf(optional.keySet());
    }

    /** Shows these columns, as far as there is room for them. */
    void showOptional(Set<String> chosen) {
        wanted = Set.copyOf(chosen);
        fitColumns();
    }

    /** Beside an open row names need the room of what the row's panel tells itself. */
    void besideDetail(boolean open) {
        besideDetail = open;
        fitColumns();
    }

    /** In a narrow window there is room for the age and the words alone, and beside an open row for nothing more. */
    void narrow(boolean now) {
        narrow = now;
        fitColumns();
    }

    private void fitColumns() {
        name.setWidth(narrow ? NARROW_NAME_WIDTH : NAME_WIDTH);
        optional.forEach((key, column) -> column.setVisible(wanted.contains(key) && fits(key)));
    }

    private boolean fits(String column) {
        if (narrow) {
            return !besideDetail && (column.equals(WORDS) || column.equals(LiveTexts.AGE));
        }
        return !(besideDetail && sheet.isToldByPanel(column));
    }

    /** Shows these rows; new groups are open. */
    void show(LiveList<R> list, Map<ClusterId, Reachability> clusters) {
        var now = clock.instant();
        var all = cells.reachability(clusters) || drawn.plus(AGES).isBefore(now);
        if (all) {
            drawn = now;
        }
        var opening = new ArrayList<LiveLine<R>>();
        if (list.isGrouped()) {
            list.groups().stream()
                    .filter(group -> known.add(group.key()))
                    .forEach(group -> opening.add(LiveLine.of(group)));
        }
        lines.show(list, all);
        if (!opening.isEmpty()) {
            expand(opening);
        }
        forgetGroupsThatWent(list);
        reselect();
    }

    /** Once in a while, so that a page that is open for days does not keep the names of all it ever showed. */
    private void forgetGroupsThatWent(LiveList<R> list) {
        if (known.size() > 2 * list.groups().size() + 1000) {
            var there = list.groups().stream().map(LiveGroup::key).collect(Collectors.toSet());
            known.retainAll(there);
        }
    }

    private void reselect() {
        var key = selected;
        if (key != null && asSingleSelect().getOptionalValue().isEmpty()) {
            lines.list().line(key).ifPresent(this::select);
        }
    }

    /** Marks the row as selected, also when it only appears later. */
    void mark(@Nullable String rowKey) {
        selected = rowKey;
        deselectAll();
        reselect();
    }
}

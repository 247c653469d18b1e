package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.uikit.ChoiceChip;
import ai.hexabase.console.uikit.FilterChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Search and filters of a live list. */
final class LiveFilterBar extends Div {
    private final transient Sheet<?> sheet;
    private final transient Consumer<LiveFilter> onChange;
    private final LiveGrid<?> grid;
    private final TextField search = new TextField();
    private final ChoiceChip<Optional<KnownInstallation>> installation;
    private final ChoiceChip<Optional<ClusterId>> cluster;
    private final ChoiceChip<Optional<String>> namespace;
    private final ChoiceChip<LiveFilter.State> state;
    private final ChoiceChip<String> grouping;
    private final FilterChip columns = new FilterChip(Texts.get("status.columns"), "");
    private transient List<RegisteredCluster> clusters = List.of();
    private transient LiveFilter filter;
    private Set<String> chosen;
    private int namespaces;

    LiveFilterBar(Sheet<?> sheet, Consumer<LiveFilter> onChange, LiveGrid<?> grid) {
        this.sheet = sheet;
        this.filter = LiveFilter.all(sheet.groupings().getFirst().key());
        this.chosen = Set.copyOf(grid.optional());
        this.onChange = onChange;
        this.grid = grid;
        addClassName("hx-filters");
        installation = chip("installation", this::words, this::choose);
        cluster = chip("cluster", this::name, id -> apply(filter.in(id.orElse(null))));
        namespace = chip("namespace", this::namespace, name -> apply(filter.namespace(name.orElse(null))));
        state = chip("state", each -> choice("state", each), each -> apply(filter.state(each)));
        grouping = new ChoiceChip<>(
                Texts.get("status.filter.group-by"),
                false,
                each -> Texts.get("status.filter.group-by." + each),
                each -> apply(filter.by(each)));
        var order = new Div(grouping, columns, columnChoices());
        order.addClassName("hx-order");
        add(search(), installation, cluster, namespace, state, order);
    }

    /** A filter whose first choice lets everything through. */
    private static <T> ChoiceChip<T> chip(String key, Function<T, String> words, Consumer<T> onChoice) {
        return new ChoiceChip<>(Texts.get("status.filter." + key), true, words, onChoice);
    }

    private static String choice(String filter, Enum<?> value) {
        return Texts.get("status.filter." + filter + "." + key(value));
    }

    private String namespace(Optional<String> name) {
        return name.orElseGet(() -> Texts.get("status.filter.all-of", namespaces));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private TextField search() {
        search.setPlaceholder(sheet.text("search"));
        search.setAriaLabel(sheet.text("search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("210px");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                apply(filter.text(change.getValue()));
            }
        });
        return search;
    }

    private Popover columnChoices() {
        var choices = new CheckboxGroup<String>(Texts.get("status.columns"));
        choices.addThemeName("vertical");
        choices.setItems(grid.optional());
        choices.setItemLabelGenerator(each -> Texts.get("status.column." + each));
        choices.setValue(chosen);
        choices.addValueChangeListener(change -> {
            chosen = change.getValue();
            grid.showOptional(chosen);
        });
        columns.addClassName("hx-wide-only");
        var popover = new Popover(choices);
        popover.setTarget(columns);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(Texts.get("status.columns"));
        popover.addClassName("hx-choices");
        return popover;
    }

    /** In a narrow window only what has room is shown. */
    void narrow(boolean narrow) {
        grid.narrow(narrow);
    }

    /** Shows what is in force and what can be chosen. */
    void show(
            LiveFilter inForce,
            List<RegisteredCluster> known,
            List<KnownInstallation> installations,
            List<String> knownNamespaces) {
        filter = inForce;
        clusters = known;
        namespaces = knownNamespaces.size();
        installation.setVisible(!installations.isEmpty());
        installation.show(optional(installations), inForceOf(installations));
        cluster.show(
                optional(known.stream().map(RegisteredCluster::id).toList()), Optional.ofNullable(inForce.cluster()));
        var named = new ArrayList<>(knownNamespaces);
        if (inForce.namespace() != null && !named.contains(inForce.namespace())) {
            named.add(inForce.namespace());
        }
        namespace.show(optional(named), Optional.ofNullable(inForce.namespace()));
        state.show(List.of(LiveFilter.State.values()), inForce.state());
        grouping.show(sheet.groupings().stream().map(Grouping::key).toList(), inForce.grouping());
        namespace.setVisible(sheet.isNamespaced());
    }

    private Optional<KnownInstallation> inForceOf(List<KnownInstallation> installations) {
        return installations.stream()
                .filter(each -> each.cluster().equals(filter.cluster())
                        && each.namespace().equals(filter.namespace()))
                .findFirst();
    }

    private static <T> List<Optional<T>> optional(List<T> values) {
        var all = new ArrayList<Optional<T>>();
        all.add(Optional.empty());
        values.forEach(value -> all.add(Optional.of(value)));
        return List.copyOf(all);
    }

    private String words(Optional<KnownInstallation> each) {
        return each.map(KnownInstallation::name).orElseGet(() -> Texts.get("status.filter.any"));
    }

    private void choose(Optional<KnownInstallation> each) {
        apply(each.map(wanted -> filter.in(wanted.cluster()).namespace(wanted.namespace()))
                .orElseGet(() -> filter.namespace(null)));
    }

    private String name(Optional<ClusterId> id) {
        return id.flatMap(wanted -> clusters.stream()
                        .filter(each -> each.id().equals(wanted))
                        .map(RegisteredCluster::name)
                        .findFirst())
                .orElseGet(() -> Texts.get("status.filter.all-of", clusters.size()));
    }

    private void apply(LiveFilter wanted) {
        filter = wanted;
        onChange.accept(wanted);
    }
}

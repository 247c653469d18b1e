package ai.hexabase.console.status.ui;

import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;

/** Above a log: whose it is, whether it is followed, and the ways to search and keep it. */
final class PodLogBar extends Div {
    private final Select<LogSource> source = new Select<>();
    private List<LogSource> offered = List.of();
    private boolean offering;
    private final TextField search = new TextField();
    private final Span state = new Span();

    PodLogBar(Consumer<LogSource> onSource, Consumer<String> onSearch, Anchor download) {
        addClassName("hx-log-bar");
        source.setAriaLabel(Texts.get("status.log.container"));
        source.addClassName("hx-log-container");
        source.setItemLabelGenerator(LogSource::words);
        source.addValueChangeListener(change -> {
            if (!offering && change.getValue() != null) {
                onSource.accept(change.getValue());
            }
        });
        search.addValueChangeListener(change -> onSearch.accept(change.getValue()));
        state.addClassName("hx-fresh");
        var title = new Span(Texts.get("status.log"));
        title.addClassName("hx-b");
        var grow = new Span();
        grow.addClassName("hx-grow");
        prepareSearch();
        add(title, source, grow, search, state, find(), download);
    }

    private void prepareSearch() {
        search.setPlaceholder(Texts.get("status.log.search"));
        search.setAriaLabel(Texts.get("status.log.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setClearButtonVisible(true);
        search.setVisible(false);
    }

    private Button find() {
        var find = new Button(Icons.SEARCH.create());
        find.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        find.addClassName("hx-icon-button");
        find.setAriaLabel(Texts.get("status.log.search"));
        find.addClickListener(click -> {
            search.setVisible(!search.isVisible());
            search.focus();
        });
        return find;
    }

    /** Offers these; the first one is opened, unless one is open already. */
    void offer(List<LogSource> sources) {
        if (sources.isEmpty() || sources.equals(offered)) {
            return;
        }
        offered = List.copyOf(sources);
        var open = source.getValue();
        // what is being read goes on while others are offered beside it
        offering = open != null && sources.contains(open);
        source.setItems(sources);
        source.setValue(offering ? open : sources.getFirst());
        offering = false;
    }

    void say(String key, boolean live) {
        state.removeAll();
        var dot = new Span();
        dot.addClassName("hx-fresh-mark");
        state.setClassName("hx-fresh" + (live ? " hx-fresh-live" : ""));
        state.add(dot, new Span(Texts.get(key)));
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;

/** Above several logs: search with its hits, from when on, which run, and whether the page stands still. */
final class LogsBar extends Div {
    private final LogView log;
    private final TextField search = new TextField();
    private final Span hits = new Span();
    private final Button pause = new Button();

    LogsBar(LogView log, LogsModel model, Runnable onChange) {
        this.log = log;
        addClassNames("hx-filters", "hx-logs-bar");
        add(
                search(),
                step(false),
                step(true),
                hits,
                onlyHits(),
                since(model, onChange),
                previous(model, onChange),
                pause());
        hits.addClassNames("hx-muted", "hx-log-hits");
        hits.getElement().setAttribute("role", "status");
        log.onHits(this::found);
    }

    private TextField search() {
        search.setPlaceholder(Texts.get("status.log.search"));
        search.setAriaLabel(Texts.get("status.log.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("220px");
        search.addValueChangeListener(change -> log.setSearch(change.getValue()));
        Shortcuts.addShortcutListener(search, () -> log.step(true), Key.ENTER).listenOn(search);
        Shortcuts.addShortcutListener(search, () -> log.step(false), Key.ENTER, KeyModifier.SHIFT)
                .listenOn(search);
        return search;
    }

    private Button step(boolean forward) {
        var button = new Button(forward ? "↓" : "↑", click -> log.step(forward));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("hx-icon-button");
        var label = Texts.get(forward ? "status.logs.next" : "status.logs.before");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void found(int at, int all) {
        hits.setText(search.isEmpty() ? "" : Texts.get("status.logs.hits", at, all));
    }

    private Checkbox onlyHits() {
        log.setOnlyHits(false);
        var only = new Checkbox(Texts.get("status.logs.only"));
        only.addValueChangeListener(change -> log.setOnlyHits(change.getValue()));
        return only;
    }

    private static Select<LogsModel.Since> since(LogsModel model, Runnable onChange) {
        var since = new Select<LogsModel.Since>();
        since.setAriaLabel(Texts.get("status.logs.since"));
        since.setItems(LogsModel.Since.values());
        since.setItemLabelGenerator(each -> Texts.get(
                "status.logs.since." + each.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        since.setValue(model.since());
        since.addClassName("hx-log-since");
        since.addValueChangeListener(change -> {
            model.since(change.getValue());
            onChange.run();
        });
        return since;
    }

    private static Checkbox previous(LogsModel model, Runnable onChange) {
        var previous = new Checkbox(Texts.get("status.logs.previous"), model.previous());
        previous.addValueChangeListener(change -> {
            model.previous(change.getValue());
            onChange.run();
        });
        return previous;
    }

    private Button pause() {
        pause.addClassName("hx-log-pause");
        pause.addClickListener(click -> {
            log.setPaused(!log.isPaused());
            if (!log.isPaused()) {
                log.setFollow(true);
            }
            showPause();
        });
        showPause();
        return pause;
    }

    /** While the page stands still the button tells how much has come since. */
    void showPause() {
        pause.setText(log.isPaused() ? Texts.get("status.logs.go-on", log.held()) : Texts.get("status.logs.pause"));
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.ObjectDetails;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.YamlView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One object in depth: why it is as it is, what belongs to it, its conditions, events and YAML, all of it live. */
final class ObjectPanel<R extends LiveRow> extends LivePanel<R> {
    private final transient Sheet<R> sheet;
    private final transient LiveObjects objects;
    private final transient Clock clock;
    private final PodAbout about = new PodAbout();
    private final Div conditions = new Div();
    private final YamlView yaml = new YamlView("");

    ObjectPanel(Sheet<R> sheet, LiveObjects objects, Clock clock, R row, Runnable onClose) {
        super(sheet, clock, row);
        this.sheet = sheet;
        this.objects = objects;
        this.clock = clock;
        fill(onClose, List.of(), about, conditions, tabs());
    }

    private TabSheet tabs() {
        var tabs = new TabSheet();
        if (sheet.hasEvents()) {
            var events = new Div(new ObjectEvents(objects, row(), clock));
            events.addClassName("hx-object-events");
            tabs.add(Texts.get("status.tab.only-events"), events);
        }
        tabs.add(Texts.get("status.tab.yaml"), yaml);
        tabs.addClassName("hx-pod-tabs");
        return tabs;
    }

    @Override
    Optional<Runnable> read(R wanted) {
        return objects.details(wanted).map(read -> () -> show(read));
    }

    @Override
    void show(Problem problem) {
        about.show(problem);
    }

    private void show(ObjectDetails read) {
        var facts = new KeyValueList();
        sheet.facts(row(), facts);
        about.show(row().reason(), facts);
        conditions.removeAll();
        if (!read.conditions().isEmpty()) {
            conditions.add(new ConditionTable(read.conditions(), clock.instant()));
        }
        yaml.set(read.yaml());
    }
}

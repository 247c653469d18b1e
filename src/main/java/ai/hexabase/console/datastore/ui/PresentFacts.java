package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.database.DatabaseKind;
import ai.hexabase.console.database.PresentDatabase;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The database in use, as it was when somebody looked. */
final class PresentFacts extends Div {
    PresentFacts(PresentDatabase present) {
        var list = new KeyValueList()
                .with(
                        Texts.get("datastore.present.kind"),
                        Texts.get("datastore.kind." + present.kind().name().toLowerCase(Locale.ROOT)))
                .with(Texts.get("datastore.present.version"), "PostgreSQL " + present.version())
                .withCode(Texts.get("datastore.present.address"), present.address());
        if (present.directory() != null) {
            list.withCode(
                    Texts.get("datastore.present.directory"),
                    present.directory().toString());
        }
        list.with(Texts.get("datastore.present.guard"), guard(present))
                .with(Texts.get("datastore.present.tls"), tls(present))
                .with(Texts.get("datastore.present.durable"), durable(present))
                .with(
                        Texts.get("datastore.present.size"),
                        size(present),
                        Texts.get("datastore.present.at", Formats.seconds(present.at(), ReaderZone.get())));
        add(list, rows(present));
    }

    private static String size(PresentDatabase present) {
        var size = Formats.bytes(present.bytes());
        var free = present.free();
        return free.isPresent()
                ? size + ", " + Texts.get("datastore.present.free", Formats.bytes(free.getAsLong()))
                : size;
    }

    private static Component guard(PresentDatabase present) {
        return present.guard().byRole()
                ? new StatusLabel(Status.OK, Texts.get("datastore.present.guard.role", present.role(), present.owner()))
                : new StatusLabel(Status.WARNING, Texts.get("datastore.present.guard.triggers", present.role()));
    }

    private static Component tls(PresentDatabase present) {
        if (present.tls() != null) {
            return new StatusLabel(Status.OK, present.tls());
        }
        return present.kind() == DatabaseKind.EMBEDDED
                ? new StatusLabel(Status.OK, Texts.get("datastore.present.tls.loopback"))
                : new StatusLabel(Status.WARNING, Texts.get("datastore.present.tls.none"));
    }

    private static Component durable(PresentDatabase present) {
        var off = present.settings().entrySet().stream()
                .filter(each -> each.getValue().equals("off"))
                .map(Map.Entry::getKey)
                .toList();
        return off.isEmpty()
                ? new StatusLabel(Status.OK, words(present))
                : new StatusLabel(Status.WARNING, Texts.get("datastore.present.durable.off", String.join(", ", off)));
    }

    private static String words(PresentDatabase present) {
        return present.settings().entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Details rows(PresentDatabase present) {
        var grid = Layouts.whole(new Grid<Map.Entry<String, Long>>());
        grid.addColumn(Map.Entry::getKey).setHeader(Texts.get("datastore.rows.table"));
        grid.addColumn(each -> Formats.number(each.getValue(), 0))
                .setHeader(Texts.get("datastore.rows.count"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.setItems(List.copyOf(present.rows().entrySet()));
        return new Details(
                Texts.get(
                        "datastore.rows",
                        Formats.number(present.totalRows(), 0),
                        present.rows().size()),
                grid);
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The containers of a pod. */
final class ContainerTable extends NativeTable {
    ContainerTable(List<PodDetails.Container> containers) {
        addClassNames("hx-table", "hx-containers");
        var head = getHead().addRow();
        var restarts = new NativeTableHeaderCell(Texts.get("status.column.restarts"));
        restarts.addClassName("hx-num");
        head.add(
                new NativeTableHeaderCell(Texts.get("status.container")),
                new NativeTableHeaderCell(Texts.get("status.container.state")),
                restarts);
        containers.forEach(this::add);
    }

    private void add(PodDetails.Container container) {
        var row = new NativeTableRow();
        var name = new Span(container.name());
        name.addClassNames("hx-mono", "hx-ell");
        name.setTitle(container.image());
        var cell = new Div(LiveTexts.status(container.state().health()).shape(), name);
        cell.addClassName("hx-cell");
        row.addDataCell().add(cell);
        var state = new Span(Texts.of(container.state().plain()));
        state.addClassName("hx-muted");
        row.addDataCell().add(state);
        var restarts = row.addDataCell();
        restarts.setText(String.valueOf(container.restarts()));
        restarts.addClassName("hx-num");
        getBody().add(row);
    }
}

package ai.hexabase.console.installation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Settings as rows, and beside each what it is in one place and in another. */
final class ValuesTable extends NativeTable {
    private final NativeTableBody body;

    ValuesTable(List<String> heads) {
        addClassName("hx-values");
        var head = new NativeTableRow();
        heads.forEach(text -> head.add(new NativeTableHeaderCell(text)));
        getHead().add(head);
        body = addBody();
    }

    /** @param last stands in the last column */
    void row(String label, List<String> values, Component last) {
        var row = new NativeTableRow(new NativeTableCell(label));
        values.forEach(value -> row.add(new NativeTableCell(value)));
        row.add(new NativeTableCell(last));
        body.add(row);
    }

    void row(String label, List<String> values) {
        var row = new NativeTableRow(new NativeTableCell(label));
        values.forEach(value -> row.add(new NativeTableCell(value)));
        body.add(row);
    }
}

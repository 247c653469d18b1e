package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.ObjectDetails;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** The conditions of an object, in Kubernetes' own words. */
final class ConditionTable extends NativeTable {
    ConditionTable(List<ObjectDetails.Condition> conditions, Instant now) {
        addClassNames("hx-table", "hx-containers");
        var age = new NativeTableHeaderCell(Texts.get("status.condition.since"));
        age.addClassName("hx-num");
        getHead()
                .addRow()
                .add(
                        new NativeTableHeaderCell(Texts.get("status.condition")),
                        new NativeTableHeaderCell(Texts.get("status.condition.status")),
                        age);
        conditions.forEach(condition -> add(condition, now));
    }

    private void add(ObjectDetails.Condition condition, Instant now) {
        var row = new NativeTableRow();
        var type = new Span(condition.type());
        type.addClassNames("hx-mono", "hx-ell");
        row.addDataCell().add(type);
        var status = new Span(
                condition.reason().isEmpty() ? condition.status() : condition.status() + ", " + condition.reason());
        status.addClassName("hx-muted");
        status.setTitle(condition.message());
        row.addDataCell().add(status);
        var since = row.addDataCell();
        since.setText(LiveTexts.age(condition.since(), now));
        since.addClassName("hx-num");
        getBody().add(row);
    }
}

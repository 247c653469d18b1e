package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.drift.Ignored;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Everything that is ignored now: why, by whom, until when, and whether it differs at all. */
final class IgnoredPanel extends Panel {
    private final transient DriftModel model;
    private final transient DriftReport report;

    IgnoredPanel(DriftModel model, DriftReport report) {
        super(Texts.get("drift.ignored"));
        this.model = model;
        this.report = report;
        count(report.ignores().size());
        var table = new NativeTable();
        table.addClassNames("hx-table", "hx-drift-table");
        var head = new NativeTableRow();
        List.of("about", "now", "reason", "by", "until")
                .forEach(column -> head.add(new NativeTableHeaderCell(Texts.get("drift.ignored." + column))));
        var last = new NativeTableHeaderCell();
        last.getElement().setAttribute("aria-label", Texts.get("drift.column.action"));
        head.add(last);
        table.getHead().add(head);
        var body = table.addBody();
        report.ignores().forEach(each -> body.add(row(each)));
        add(table);
    }

    private NativeTableRow row(Ignored ignored) {
        var end = Layouts.small(Texts.get("drift.ignored.end"), () -> model.endIgnore(ignored.id()));
        end.setAriaLabel(Texts.get("drift.ignored.end.of", DriftWords.about(ignored)));
        Rights.need(model.mayOperate(ignored.installation()), Role.OPERATOR, end);
        return new NativeTableRow(
                new NativeTableCell(new Code(DriftWords.about(ignored))),
                new NativeTableCell(now(ignored)),
                new NativeTableCell(ignored.reason()),
                new NativeTableCell(
                        Texts.get("drift.ignored.by.at", ignored.by(), DriftWords.clock(ignored.at(), model.now()))),
                new NativeTableCell(DriftWords.lastDay(ignored.endsAt())),
                new NativeTableCell(end));
    }

    /** What it hides right now. */
    private String now(Ignored ignored) {
        return report.ignored().stream()
                .filter(each -> each.ignored().id().equals(ignored.id()))
                .findFirst()
                .map(each -> differs(each.object()))
                .orElseGet(() -> Texts.get("drift.ignored.nothing"));
    }

    private static String differs(DriftedObject object) {
        if (object.fields().size() != 1) {
            return DriftWords.kind(object);
        }
        var field = object.fields().getFirst();
        return Texts.get(
                "drift.ignored.values",
                DriftWords.value(field, field.expected()),
                DriftWords.value(field, field.live()));
    }
}

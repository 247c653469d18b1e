package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftState;
import ai.hexabase.console.drift.DriftedField;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.drift.DriftedObject.Kind;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object that differs: field by field what was rolled out, what is there, by whom and since when. */
final class ObjectPanel extends Panel {
    private final transient DriftModel model;
    private final InstallationId installation;
    private final transient DriftedObject object;
    private final boolean mayAct;
    private final boolean isOpen;

    ObjectPanel(DriftModel model, InstallationId installation, DriftedObject object, DriftReport report) {
        super(DriftWords.object(object));
        this.model = model;
        this.installation = installation;
        this.object = object;
        this.mayAct = model.mayOperate(installation);
        this.isOpen = report.state() instanceof DriftState.Drifted;
        beside(new StatusTag(object.kind() == Kind.UNKNOWN ? Status.UNKNOWN : Status.WARNING, DriftWords.kind(object)));
        facts(actions());
        var problem = object.problem();
        if (problem != null) {
            add(new ProblemNotice(object.kind() == Kind.UNKNOWN ? Status.UNKNOWN : Status.WARNING, problem));
        }
        if (!object.fields().isEmpty()) {
            add(table(report.revision()));
        } else if (object.kind() != Kind.UNKNOWN) {
            padded(new Paragraph(whole()));
        }
    }

    private Component[] actions() {
        var where = new Span(
                object.ref().namespace() == null
                        ? Texts.get("rollout.review.clusterWide")
                        : object.ref().namespace());
        if (object.kind() == Kind.UNKNOWN) {
            return new Component[] {where};
        }
        var ignore = acting(Texts.get("drift.ignore"), () -> ask(null));
        ignore.setAriaLabel(Texts.get("drift.ignore.of", DriftWords.object(object)));
        if (object.kind() != Kind.CHANGED) {
            return new Component[] {where, ignore};
        }
        var accept = acting(Texts.get("drift.accept"), () -> new AcceptDialog(model, installation, object).open());
        accept.setAriaLabel(Texts.get("drift.accept.of", DriftWords.object(object)));
        return new Component[] {where, accept, ignore};
    }

    private Button acting(String text, Runnable action) {
        var button = Layouts.small(text, action);
        button.setEnabled(isOpen);
        return Rights.need(mayAct, Role.OPERATOR, button);
    }

    private void ask(@Nullable DriftedField field) {
        new IgnoreDialog(model, installation, object, field).open();
    }

    private String whole() {
        var seen = DriftWords.clock(object.firstSeen(), model.now());
        return switch (object.kind()) {
            case GONE -> Texts.get("drift.gone", seen);
            case LEFT_OVER -> Texts.get("drift.left-over", seen);
            // a change that touches no field the revision sets cannot be told field by field
            case CHANGED, UNKNOWN -> Texts.get("drift.changed.untold", seen);
        };
    }

    private NativeTable table(@Nullable Integer revision) {
        var table = new NativeTable();
        table.addClassNames("hx-table", "hx-drift-table");
        var head = new NativeTableRow();
        List.of(
                        Texts.get("drift.column.field"),
                        Texts.get("drift.column.expected", revision == null ? 0 : revision),
                        Texts.get("drift.column.live"),
                        Texts.get("drift.column.owner"),
                        Texts.get("drift.column.since"))
                .forEach(text -> head.add(new NativeTableHeaderCell(text)));
        var last = new NativeTableHeaderCell();
        last.getElement().setAttribute("aria-label", Texts.get("drift.column.action"));
        head.add(last);
        table.getHead().add(head);
        var body = table.addBody();
        object.fields().forEach(field -> body.add(row(field)));
        return table;
    }

    private NativeTableRow row(DriftedField field) {
        var ignore = acting(Texts.get("drift.ignore"), () -> ask(field));
        ignore.setAriaLabel(Texts.get("drift.ignore.of", field.path()));
        return new NativeTableRow(
                new NativeTableCell(new Code(field.path().toString())),
                new NativeTableCell(value(field, field.expected())),
                new NativeTableCell(value(field, field.live())),
                new NativeTableCell(owner(field)),
                new NativeTableCell(DriftWords.since(field, model.now())),
                new NativeTableCell(ignore));
    }

    /** A removed field has no owner; who else changed the object last is told as just that. */
    private Component owner(DriftedField field) {
        var owner = new Div(new Span(DriftWords.owner(field.owner())));
        var last = object.lastOther();
        if (field.owner() == null && last != null) {
            var remark = new Div(Texts.get("drift.owner.last", last.manager()));
            remark.addClassName("hx-small-text");
            owner.add(remark);
        }
        return owner;
    }

    private static Component value(DriftedField field, @Nullable String value) {
        var words = DriftWords.value(field, value);
        if (value == null || field.secret()) {
            var none = new Span(words);
            none.addClassName("hx-muted");
            return none;
        }
        var code = new Code(words);
        code.addClassName("hx-drift-value");
        return code;
    }
}

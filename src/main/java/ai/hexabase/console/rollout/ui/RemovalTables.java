package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.Removal;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Tables of what goes and what stays. */
final class RemovalTables {
    private RemovalTables() {}

    /** Step by step, in the order in which it goes. */
    static NativeTable goes(Plan plan) {
        var table = table("rollout.removal.column.step", "rollout.removal.column.objects");
        var bySteps = plan.entries().stream()
                .collect(Collectors.groupingBy(PlanEntry::phase, LinkedHashMap::new, Collectors.toList()));
        bySteps.forEach((phase, entries) -> row(
                table,
                new Span(PlanWords.phase(phase)),
                new Span(entries.stream().map(PlanWords::object).collect(Collectors.joining(", ")))));
        return table;
    }

    static NativeTable stays(Removal removal) {
        var table = table("rollout.removal.column.object", "rollout.removal.column.why");
        removal.stays().forEach(stays -> row(table, name(stays.ref()), new Span(why(stays))));
        return table;
    }

    private static String why(Removal.Stays stays) {
        return switch (stays.why()) {
            case WITH_VOLUMES ->
                Texts.get(isSecret(stays.ref()) ? "rollout.removal.why.secret" : "rollout.removal.why.volumes");
            case NOT_MARKED ->
                Texts.get(
                        stays.owner().isEmpty() ? "rollout.removal.why.unmarked" : "rollout.removal.why.unmarked.by",
                        stays.owner());
            case OTHER_OWNER -> Texts.get("rollout.removal.why.owner", stays.owner());
            case IN_USE -> Texts.get("rollout.removal.why.used", stays.owner());
        };
    }

    private static boolean isSecret(ObjectRef ref) {
        return ref.kind().equals(ResourceKind.SECRET);
    }

    static NativeTable volumes(Removal removal) {
        var table = table(
                "rollout.removal.column.claim",
                "rollout.removal.column.size",
                "rollout.removal.column.volume",
                "rollout.removal.column.after");
        removal.volumes()
                .forEach(volume -> row(
                        table,
                        name(volume.claim()),
                        new Span(volume.size()),
                        new Span(volume.volume() == null ? Texts.get("rollout.removal.unbound") : volume.volume()),
                        new Span(after(removal, volume))));
        return table;
    }

    private static String after(Removal removal, Removal.Volume volume) {
        if (!removal.deletesVolumes()) {
            return Texts.get(volume.complete() ? "rollout.removal.after.kept" : "rollout.removal.after.incomplete");
        }
        var policy = volume.reclaimPolicy();
        if (policy == null) {
            return Texts.get("rollout.removal.after.unknown");
        }
        var retained = policy.equals("Retain");
        return Texts.get(retained ? "rollout.removal.after.retain" : "rollout.removal.after.deleted");
    }

    private static Component name(ObjectRef ref) {
        return new Code(PlanWords.object(ref));
    }

    private static NativeTable table(String... headers) {
        var table = new NativeTable();
        table.addClassNames("hx-table", "hx-removal-table");
        var head = new NativeTableRow();
        for (var header : headers) {
            head.add(new NativeTableHeaderCell(Texts.get(header)));
        }
        table.add(head);
        return table;
    }

    private static void row(NativeTable table, Component... cells) {
        var row = new NativeTableRow();
        for (var cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        table.add(row);
    }
}

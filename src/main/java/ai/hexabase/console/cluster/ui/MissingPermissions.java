package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.NeededPermissions;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.YamlView;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Exactly which permissions are missing, and the ClusterRole that would grant them. */
final class MissingPermissions extends Panel {
    MissingPermissions(List<AccessQuestion> missing) {
        super(Texts.get("cluster.permissions.missing"));
        count(missing.size());
        add(table(missing));
        var role = new Details(
                Texts.get("cluster.permissions.role"), new YamlView(NeededPermissions.clusterRole(missing)));
        padded(role);
    }

    private static NativeTable table(List<AccessQuestion> missing) {
        var table = new NativeTable();
        table.addClassName("hx-table");
        var head = table.getHead().addRow();
        head.add(
                new NativeTableHeaderCell(Texts.get("cluster.permissions.resource")),
                new NativeTableHeaderCell(Texts.get("cluster.permissions.verbs")));
        var byResource = missing.stream()
                .collect(Collectors.groupingBy(
                        NeededPermissions::resource,
                        LinkedHashMap::new,
                        Collectors.mapping(AccessQuestion::verb, Collectors.joining(", "))));
        byResource.forEach((resource, verbs) -> {
            var row = new NativeTableRow();
            row.addDataCell().add(new Code(resource));
            row.addDataCell().add(new Code(verbs));
            table.getBody().add(row);
        });
        return table;
    }
}

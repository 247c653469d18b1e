package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.Removal;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Stream;

/** What a removal means: for the people who use the platform, for their data, and for a way back. */
final class RemovalMeaning extends Panel {
    RemovalMeaning(Plan plan, Removal removal) {
        super(Texts.get("rollout.removal.meaning"));
        var list = new UnorderedList();
        list.addClassName("hx-facts");
        sentences(plan, removal).forEach(sentence -> list.add(sentence));
        padded(list);
    }

    private static List<ListItem> sentences(Plan plan, Removal removal) {
        var data = removal.volumes().isEmpty()
                ? Stream.<ListItem>empty()
                : Stream.of(
                        removal.deletesVolumes()
                                ? item(Status.FAILED, "rollout.removal.meaning.lost")
                                : item(Status.OK, "rollout.removal.meaning.found"));
        var backups = has(plan, "ScheduledBackup")
                ? Stream.of(item(Status.OK, "rollout.removal.meaning.backups"))
                : Stream.<ListItem>empty();
        var namespace = has(plan, "Namespace")
                ? Stream.of(item(Status.WARNING, "rollout.removal.meaning.namespace"))
                : Stream.<ListItem>empty();
        return Stream.of(
                        Stream.of(
                                item(Status.FAILED, "rollout.removal.meaning.people"),
                                item(Status.WARNING, "rollout.removal.meaning.tenants")),
                        data,
                        backups,
                        namespace,
                        Stream.of(item(Status.OK, "rollout.removal.meaning.again")))
                .flatMap(each -> each)
                .toList();
    }

    private static boolean has(Plan plan, String kind) {
        return plan.entries().stream()
                .anyMatch(entry -> entry.ref().kind().kind().equals(kind));
    }

    private static ListItem item(Status status, String key) {
        return new ListItem(status.shape(), new Span(Texts.get(key)));
    }
}

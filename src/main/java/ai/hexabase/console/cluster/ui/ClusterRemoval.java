package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Takes a cluster out of the console, once its name was typed; says what is still on it and what that means. */
final class ClusterRemoval {
    private final Clusters clusters;
    private final Consumer<Problem> onRefusal;

    ClusterRemoval(Clusters clusters, Consumer<Problem> onRefusal) {
        this.clusters = clusters;
        this.onRefusal = onRefusal;
    }

    void ask(RegisteredCluster cluster) {
        var name = cluster.name();
        var users = clusters.usesOf(cluster.id());
        var dialog = new TypedConfirmation(
                        Texts.get("cluster.remove.title", name),
                        name,
                        Texts.get(users.isEmpty() ? "cluster.remove" : "cluster.abandon"),
                        () -> remove(cluster, !users.isEmpty()))
                .lost(Texts.get(cluster.isPractice() ? "cluster.remove.lost-practice" : "cluster.remove.lost"));
        if (!users.isEmpty()) {
            dialog.lost(Texts.get(
                    cluster.isPractice() ? "cluster.abandon.lost-practice" : "cluster.abandon.lost",
                    String.join(", ", users)));
        }
        dialog.kept(Texts.get(cluster.isPractice() ? "cluster.remove.kept-practice" : "cluster.remove.kept"));
        var reminders = clusters.remindersOf(cluster.id()).stream()
                .filter(reminder -> !users.contains(reminder))
                .toList();
        if (!reminders.isEmpty()) {
            dialog.note(Texts.get("cluster.remove.reminder", String.join(", ", reminders)));
        }
        dialog.note(Texts.get(users.isEmpty() ? "cluster.remove.back" : "cluster.abandon.instead"))
                .open();
    }

    private void remove(RegisteredCluster cluster, boolean abandon) {
        try {
            if (abandon) {
                clusters.abandon(cluster.id());
            } else {
                clusters.remove(cluster.id());
            }
            UI.getCurrent().navigate(ClusterLinks.LIST);
        } catch (ProblemException e) {
            onRefusal.accept(e.problem());
        }
    }
}

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

/** Takes a cluster out of the console, once its name was typed and nothing uses it. */
final class ClusterRemoval {
    private final Clusters clusters;
    private final Consumer<Problem> onRefusal;

    ClusterRemoval(Clusters clusters, Consumer<Problem> onRefusal) {
        this.clusters = clusters;
        this.onRefusal = onRefusal;
    }

    void ask(RegisteredCluster cluster) {
        var users = clusters.usesOf(cluster.id());
        if (users.isEmpty()) {
            confirm(cluster);
        } else {
            onRefusal.accept(Problem.of("cluster-in-use", cluster.name(), String.join(", ", users)));
        }
    }

    private void confirm(RegisteredCluster cluster) {
        new TypedConfirmation(
                        Texts.get("cluster.remove.title", cluster.name()),
                        cluster.name(),
                        Texts.get("cluster.remove"),
                        () -> remove(cluster))
                .lost(Texts.get(cluster.isPractice() ? "cluster.remove.lost-practice" : "cluster.remove.lost"))
                .kept(Texts.get(cluster.isPractice() ? "cluster.remove.kept-practice" : "cluster.remove.kept"))
                .note(Texts.get("cluster.remove.back"))
                .open();
    }

    private void remove(RegisteredCluster cluster) {
        try {
            clusters.remove(cluster.id());
            UI.getCurrent().navigate(ClusterLinks.LIST);
        } catch (ProblemException e) {
            onRefusal.accept(e.problem());
        }
    }
}

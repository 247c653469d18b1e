package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.NeededPermissions;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only the cluster itself can tell: its nodes, and what the console may do there; read beside the page. */
final class ClusterReadings {
    private final Clusters clusters;
    private final LiveUpdates live;
    private final Div nodes = new Div();
    private final Div permissions = new Div();
    private @Nullable ClusterCapacity capacity;
    private @Nullable List<AccessQuestion> missing;

    ClusterReadings(Clusters clusters, LiveUpdates live) {
        this.clusters = clusters;
        this.live = live;
    }

    /** What is known so far, in the reader's language. */
    Div parts() {
        drawNodes();
        drawPermissions();
        return Layouts.column(nodes, permissions);
    }

    /** Reads in the background what may take long; what comes replaces what stood there. */
    void load(RegisteredCluster cluster) {
        if (clusters.find(cluster.id())
                .filter(now -> now.reachability().isLive())
                .isPresent()) {
            Thread.startVirtualThread(() -> read(cluster.id()));
        }
    }

    private void read(ClusterId id) {
        try {
            readNodes(id);
            if (missing == null) {
                readPermissions(id);
            }
        } catch (ProblemException e) {
            live.run("nodes", () -> showUnreadable(e.problem()));
        }
    }

    private void readNodes(ClusterId id) {
        var read = clusters.capacity(id);
        if (!read.equals(capacity)) {
            live.run("nodes", () -> {
                capacity = read;
                drawNodes();
            });
        }
    }

    private void readPermissions(ClusterId id) {
        var answers = clusters.connection(id).checkAccess(NeededPermissions.questions());
        live.run("permissions", () -> {
            missing = answers.stream()
                    .filter(answer -> !answer.allowed())
                    .map(AccessAnswer::question)
                    .toList();
            drawPermissions();
        });
    }

    private void showUnreadable(Problem problem) {
        if (capacity == null) {
            nodes.removeAll();
            nodes.add(new ProblemNotice(Status.WARNING, problem));
        }
    }

    private void drawNodes() {
        var known = capacity;
        nodes.removeAll();
        nodes.add(
                known == null
                        ? new Panel(Texts.get("cluster.nodes"))
                                .padded(new StatusLabel(Status.PROGRESSING, Texts.get("cluster.nodes.reading")))
                        : new NodesPanel(known));
    }

    private void drawPermissions() {
        var known = missing;
        permissions.removeAll();
        if (known == null) {
            return;
        }
        permissions.add(
                known.isEmpty()
                        ? new Panel(Texts.get("cluster.permissions"))
                                .padded(new StatusLabel(Status.OK, Texts.get("cluster.permissions.complete")))
                        : new MissingPermissions(known));
    }
}

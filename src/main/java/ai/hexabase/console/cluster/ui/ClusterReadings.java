package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What only the cluster itself can tell: its nodes, and what the console may do there; read beside the page. */
final class ClusterReadings {
    /** The cluster that is read. */
    interface Source {
        boolean isLive();

        ClusterCapacity capacity();

        List<AccessAnswer> access();
    }

    private final Source cluster;
    private final LiveUpdates live;
    private final Div nodes = new Div();
    private final Div permissions = new Div();
    private volatile @Nullable ClusterCapacity capacity;
    private volatile @Nullable List<AccessQuestion> missing;

    ClusterReadings(Source cluster, LiveUpdates live) {
        this.cluster = cluster;
        this.live = live;
    }

    /** What is known so far, in the reader's language. */
    Div parts() {
        drawNodes();
        drawPermissions();
        return Layouts.column(nodes, permissions);
    }

    /** Reads in the background what may take long; what comes replaces what stood there. */
    void load() {
        if (cluster.isLive()) {
            Background.start(this::read);
        }
    }

    private void read() {
        if (telling("nodes", this::readNodes, this::nodesUnreadable) && missing == null) {
            telling("permissions", this::readPermissions, this::permissionsUnreadable);
        }
    }

    /** What cannot be read is told where it would stand. */
    private boolean telling(String key, Runnable reading, Consumer<Problem> trouble) {
        try {
            reading.run();
            return true;
        } catch (ProblemException e) {
            live.run(key, () -> trouble.accept(e.problem()));
            return false;
        }
    }

    private void readNodes() {
        var read = cluster.capacity();
        if (!read.equals(capacity)) {
            live.run("nodes", () -> {
                capacity = read;
                drawNodes();
            });
        }
    }

    private void readPermissions() {
        var answers = cluster.access();
        live.run("permissions", () -> {
            missing = answers.stream()
                    .filter(answer -> !answer.allowed())
                    .map(AccessAnswer::question)
                    .toList();
            drawPermissions();
        });
    }

    private void nodesUnreadable(Problem problem) {
        if (capacity == null) {
            nodes.removeAll();
            nodes.add(new ProblemNotice(Status.WARNING, problem));
        }
    }

    private void permissionsUnreadable(Problem problem) {
        if (missing == null) {
            permissions.removeAll();
            permissions.add(new ProblemNotice(Status.WARNING, problem));
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

package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.terminal.Terminals;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Pods as they are right now. */
@Route(LiveLinks.PODS)
@Menu(order = 30, title = "status.menu", icon = "PODS")
@PermitAll
class PodsView extends LiveView<PodRow> {
    private final transient LivePods pods;
    private final transient Terminals terminals;
    private final PodsTogether together = new PodsTogether();

    PodsView(
            LivePods pods,
            LiveObjects objects,
            Clusters clusters,
            Terminals terminals,
            ObjectProvider<KnownInstallation.Source> installations,
            Clock clock) {
        super(new PodSheet(clock), objects, clusters, installations, clock);
        this.pods = pods;
        this.terminals = terminals;
    }

    @Override
    List<Component> more() {
        return List.of(together);
    }

    @Override
    void shown(LiveModel<PodRow> now) {
        together.show(now);
    }

    @Override
    LivePanel<PodRow> panel(PodRow row, Runnable onClose) {
        var terminal = TerminalButton.of(row, terminals.objection(row.cluster()));
        return new PodPanel(sheet, pods, objects, clock, row, terminal, onClose);
    }
}

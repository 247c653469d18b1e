package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.NodeRow;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/** Nodes as they are right now. */
@Route(LiveLinks.NODES)
@PermitAll
class NodesView extends LiveView<NodeRow> {
    NodesView(
            LiveObjects objects,
            Clusters clusters,
            ObjectProvider<KnownInstallation.Source> installations,
            Clock clock) {
        super(new NodeSheet(clock), objects, clusters, installations, clock);
    }
}

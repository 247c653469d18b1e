package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.WorkloadRow;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/** What keeps pods running, as it is right now. */
@Route(LiveLinks.WORKLOADS)
@PermitAll
class WorkloadsView extends LiveView<WorkloadRow> {
    WorkloadsView(
            LiveObjects objects,
            Clusters clusters,
            ObjectProvider<KnownInstallation.Source> installations,
            Clock clock) {
        super(new WorkloadSheet(clock), objects, clusters, installations, clock);
    }
}

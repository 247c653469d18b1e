package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.VolumeRow;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/** Claims and volumes as they are right now. */
@Route(LiveLinks.VOLUMES)
@PermitAll
class VolumesView extends LiveView<VolumeRow> {
    VolumesView(
            LiveObjects objects,
            Clusters clusters,
            ObjectProvider<KnownInstallation.Source> installations,
            Clock clock) {
        super(new VolumeSheet(clock), objects, clusters, installations, clock);
    }
}

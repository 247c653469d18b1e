package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.EventRow;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/** What Kubernetes notes, as it comes. */
@Route(LiveLinks.EVENTS)
@PermitAll
class EventsView extends LiveView<EventRow> {
    EventsView(
            LiveObjects objects,
            Clusters clusters,
            ObjectProvider<KnownInstallation.Source> installations,
            Clock clock) {
        super(new EventSheet(clock), objects, clusters, installations, clock);
    }
}

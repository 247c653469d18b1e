package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A button another part of the console adds to a cluster's page. */
public interface ClusterAction {
    Optional<Component> button(RegisteredCluster cluster);
}

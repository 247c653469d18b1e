package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;

/** Finds the cluster a link names; a link to none is the page for lost links. */
final class RouteCluster {
    private RouteCluster() {}

    static RegisteredCluster of(BeforeEnterEvent event, Clusters clusters) {
        try {
            var id = ClusterId.of(event.getRouteParameters().get("cluster").orElse(""));
            return clusters.find(id).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}

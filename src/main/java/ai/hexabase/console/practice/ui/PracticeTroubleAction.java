package ai.hexabase.console.practice.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.ui.ClusterAction;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.practice.PracticeClusters;
import ai.hexabase.console.practice.PracticeTroubles;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** The button on a practice cluster's page that makes trouble on purpose. */
@org.springframework.stereotype.Component
class PracticeTroubleAction implements ClusterAction {
    private final PracticeClusters clusters;
    private final PracticeTroubles troubles;
    private final ActingPerson person;

    PracticeTroubleAction(PracticeClusters clusters, PracticeTroubles troubles, ActingPerson person) {
        this.clusters = clusters;
        this.troubles = troubles;
        this.person = person;
    }

    @Override
    public Optional<Component> button(RegisteredCluster cluster) {
        if (!cluster.isPractice()) {
            return Optional.empty();
        }
        return clusters.find(cluster.server().getHost())
                .map(open -> Rights.need(
                        person.may(Role.ADMIN, cluster.id()),
                        Role.ADMIN,
                        Layouts.plain(
                                Texts.get("practice.trouble"),
                                () -> new PracticeTroubleDialog(cluster, troubles).open())));
    }
}

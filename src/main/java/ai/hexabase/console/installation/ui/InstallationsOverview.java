package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Installations on the home screen; nothing while there is no cluster to install on. */
@org.springframework.stereotype.Component
class InstallationsOverview implements OverviewPanel {
    private final Installations installations;
    private final Clusters clusters;
    private final ActingPerson person;
    private final Clock clock;
    private final List<InstallationPart> parts;

    InstallationsOverview(
            Installations installations,
            Clusters clusters,
            ActingPerson person,
            Clock clock,
            ObjectProvider<InstallationPart> parts) {
        this.installations = installations;
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
        this.parts = parts.stream().toList();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> build() {
        var all = installations.list();
        if (!all.isEmpty()) {
            return Optional.of(
                    new Panel(Texts.get("installation.list.title"), new InstallationGrid(all, clusters, parts, clock))
                            .count(all.size()));
        }
        return clusters.list().isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(Texts.get("installation.list.title"), empty()));
    }

    private Component empty() {
        var title = Texts.get("installation.empty.title");
        if (!person.maySomewhere(Role.OPERATOR)) {
            return new EmptyState(Icons.INSTALLATION, title, Texts.get("installation.empty.ask-an-operator"));
        }
        return new EmptyState(
                Icons.INSTALLATION,
                title,
                Texts.get("installation.empty.text"),
                Layouts.primary(
                        Texts.get("installation.new"), () -> UI.getCurrent().navigate(InstallationLinks.NEW)));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return installations.subscribe(listener);
    }

    @Override
    public List<Component> facts() {
        var count = installations.list().size();
        return count == 0 ? List.of() : List.of(new Span(Texts.get("installation.list.count", count)));
    }
}

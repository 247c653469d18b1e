package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Closings;
import ai.hexabase.console.installation.Footprint;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One installation: its facts, its settings as of the latest revision, and all revisions. */
@Route("installations/:installation")
@PermitAll
class InstallationView extends Page implements BeforeEnterObserver {
    private final transient Installations installations;
    private final transient Closings closings;
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final transient Clock clock;
    private final transient List<InstallationPart> parts;
    private @Nullable Installation installation;

    InstallationView(
            Installations installations,
            Closings closings,
            Clusters clusters,
            ActingPerson person,
            Clock clock,
            ObjectProvider<InstallationPart> parts) {
        this.installations = installations;
        this.closings = closings;
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
        this.parts = parts.stream().toList();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> installations.subscribe(() -> live.run("installation", this::refresh)));
    }

    /** Only when there is something else to show: building again would take the reader's place on the page away. */
    private void refresh() {
        var now = Optional.ofNullable(installation).flatMap(shown -> installations.find(shown.id()));
        if (now.isPresent() && !now.get().equals(installation)) {
            installation = now.get();
            rebuild();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        installation = event.getRouteParameters()
                .get("installation")
                .flatMap(InstallationView::id)
                .flatMap(installations::find)
                .orElse(null);
        if (installation == null) {
            event.rerouteToError(NotFoundException.class);
        } else {
            entered();
        }
    }

    static Optional<InstallationId> id(String text) {
        try {
            return Optional.of(InstallationId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    protected String title() {
        return installation == null ? "" : installation.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("installation.list.title"), InstallationLinks.LIST));
    }

    @Override
    protected void build() {
        var shown = installation;
        if (shown == null) {
            return;
        }
        var revisions = installations.revisions(shown.id());
        var traces = closings.traces(shown.id());
        var remains = new Remains(closings, clusters, person);
        add(header(shown, traces, remains));
        remains.notices(shown, traces, this::rebuild).forEach(this::add);
        var facts = new Panel(Texts.get("installation.facts")).padded(facts(shown));
        var side = Layouts.column();
        parts.forEach(part -> side.add(part.panel(shown)));
        side.add(facts);
        installations
                .certificate(revisions.getFirst().settings())
                .ifPresent(kept -> side.add(new Panel(Texts.get("certificate.title"))
                        .padded(new CertificateFactsList(kept, clock.instant()))));
        var table = new Panel(Texts.get("installation.revisions"), new RevisionGrid(revisions, clock))
                .count(revisions.size());
        add(Layouts.besides(Layouts.column(settings(revisions.getFirst()), table), side));
    }

    private PageHeader header(Installation shown, List<Footprint.Trace> traces, Remains remains) {
        var header = new PageHeader(shown.name())
                .facts(
                        shown.profile(),
                        ClusterWords.name(clusters, shown.cluster()),
                        Texts.get("installation.revision.number", shown.latestRevision()));
        var pods = new Anchor(
                LiveLinks.of(LiveLinks.PODS, shown.cluster(), Names.NAMESPACE), Texts.get("installation.live-pods"));
        pods.addClassName("hx-button");
        var actions = new ArrayList<Component>();
        actions.add(pods);
        if (traces.isEmpty() && !shown.isClosed()) {
            actions.add(remains.close(shown, traces, this::rebuild));
        }
        if (!shown.isClosed()) {
            traces.stream()
                    .filter(trace ->
                            !trace.removed() && clusters.find(trace.cluster()).isPresent())
                    .forEach(trace -> actions.add(forOperators(shown, remove(shown, trace))));
            actions.add(forOperators(shown, Layouts.plain(Texts.get("installation.change"), () -> change(shown))));
            actions.add(forOperators(
                    shown,
                    Layouts.primary(
                            Texts.get("installation.plan"),
                            () -> UI.getCurrent().navigate(InstallationLinks.plan(shown.id())))));
        }
        return header.actions(actions.toArray(Component[]::new));
    }

    private Button forOperators(Installation shown, Button button) {
        return Rights.need(person.may(Role.OPERATOR, shown.id()), Role.OPERATOR, button);
    }

    private static Button remove(Installation shown, Footprint.Trace trace) {
        return Layouts.plain(
                Texts.get("installation.remove", trace.clusterName()),
                () -> UI.getCurrent().navigate(InstallationLinks.removal(shown.id(), trace.cluster())));
    }

    private void change(Installation shown) {
        var draft = installations.draftChange(shown.id());
        UI.getCurrent().navigate(InstallationLinks.draft(draft.id(), 4));
    }

    private KeyValueList facts(Installation shown) {
        var facts = new KeyValueList()
                .with(Texts.get("installation.column.cluster"), ClusterWords.name(clusters, shown.cluster()));
        ProfileWords.fact(facts, Profile.of(shown.profile()));
        return facts.with(
                        Texts.get("installation.column.created"),
                        shown.createdBy(),
                        Formats.when(shown.createdAt(), clock.instant(), ReaderZone.get()))
                .withCode(Texts.get("installation.id"), shown.id().toString());
    }

    private static Panel settings(Revision revision) {
        return new SettingsPanel(Texts.get("installation.settings"), revision, InstallationView::isMain);
    }

    private static boolean isMain(Setting setting) {
        return setting.section() == Setting.Section.TENANTS
                || setting == Setting.CONTROL_PLANE_REPLICAS
                || setting == Setting.DATABASE_REPLICAS
                || setting == Setting.BACKUP_RETENTION_DAYS
                || setting == Setting.ZONES
                || setting == Setting.CONTROL_PLANE_IMAGE;
    }
}

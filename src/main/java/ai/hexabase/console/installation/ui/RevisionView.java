package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Comparison;
import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.NamedRevision;
import ai.hexabase.console.installation.Ownerships;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One revision: who made it and why, what it changed, and the ways on: back to it, a copy of it, files of it. */
@Route("installations/:installation/revisions/:revision")
@PermitAll
class RevisionView extends Page implements BeforeEnterObserver {
    /** What is shown, as it was when the screen was entered. */
    private record Shown(Installation installation, Revision revision) {
        NamedRevision named() {
            return new NamedRevision(installation.name(), installation.id(), revision.number());
        }

        boolean isLatest() {
            return revision.number() == installation.latestRevision();
        }
    }

    private final transient Installations installations;
    private final transient Ownerships ownerships;
    private final transient Exports exports;
    private final transient Profiles profiles;
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final transient Clock clock;
    private transient @Nullable Shown shown;
    private transient QueryParameters query = QueryParameters.empty();

    RevisionView(
            Installations installations,
            Ownerships ownerships,
            Exports exports,
            Profiles profiles,
            Clusters clusters,
            ActingPerson person,
            Clock clock) {
        this.installations = installations;
        this.ownerships = ownerships;
        this.exports = exports;
        this.profiles = profiles;
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var route = event.getRouteParameters();
        query = event.getLocation().getQueryParameters();
        shown = route.get("installation")
                .flatMap(InstallationView::id)
                .flatMap(installations::find)
                .flatMap(found -> shown(found, route.get("revision").orElse("")))
                .orElse(null);
        if (shown == null) {
            event.rerouteToError(NotFoundException.class);
        } else {
            entered();
        }
    }

    private Optional<Shown> shown(Installation installation, String number) {
        return number.matches("[1-9][0-9]{0,8}")
                ? installations
                        .findRevision(installation.id(), Integer.parseInt(number))
                        .map(revision -> new Shown(installation, revision))
                : Optional.empty();
    }

    @Override
    protected String title() {
        return shown == null
                ? ""
                : Texts.get("installation.revision.number", shown.revision().number());
    }

    @Override
    public List<Crumb> crumbs() {
        var list = new Crumb(Texts.get("installation.list.title"), InstallationLinks.LIST);
        return shown == null
                ? List.of(list)
                : List.of(
                        list,
                        new Crumb(
                                shown.installation().name(),
                                InstallationLinks.of(shown.installation().id())));
    }

    @Override
    protected void build() {
        var now = shown;
        if (now == null) {
            return;
        }
        add(header(now));
        add(Layouts.besides(
                Layouts.column(changes(now), settings(now.revision())),
                Layouts.column(ownership(now), new RevisionFiles(exports, now.named()))));
    }

    private PageHeader header(Shown now) {
        var facts = new ArrayList<String>();
        facts.add(now.installation().name());
        facts.add(Texts.get(
                "installation.made",
                now.revision().createdBy(),
                Formats.when(now.revision().createdAt(), clock.instant(), ReaderZone.get())));
        if (!now.revision().comment().isBlank()) {
            facts.add(now.revision().comment());
        }
        return new PageHeader(title()).facts(facts.toArray(String[]::new)).actions(actions(now));
    }

    private Component[] actions(Shown now) {
        var copy = Layouts.plain(Texts.get("revision.copy"), () -> copy(now));
        var other = now.isLatest()
                ? Layouts.primary(
                        Texts.get("installation.plan"), () -> UI.getCurrent().navigate(InstallationLinks.plan(id(now))))
                : Layouts.plain(Texts.get("revision.back"), () -> askRollBack(now));
        return new Component[] {
            Rights.need(person.maySomewhere(Role.OPERATOR), Role.OPERATOR, copy),
            Rights.need(person.may(Role.OPERATOR, id(now)), Role.OPERATOR, other)
        };
    }

    private static InstallationId id(Shown now) {
        return now.installation().id();
    }

    private void copy(Shown now) {
        var draft = installations.draftCopy(id(now), now.revision().number());
        UI.getCurrent().navigate(InstallationLinks.draft(draft.id(), 1));
    }

    private Panel changes(Shown now) {
        var all = installations.allRevisions();
        var compared = Compared.of(query, now.named(), all);
        var comparison = compared.with(now.revision(), installations);
        return new Panel(Texts.get("revision.compare"))
                .count(comparison.size())
                .facts(selector(now, compared, all))
                .padded(new ComparisonTable(
                        comparison, compared.words(now.revision()), Compared.words(now.named()), clusters));
    }

    private Panel ownership(Shown now) {
        var mayChange = now.isLatest() && person.may(Role.OPERATOR, id(now));
        return new OwnershipPanel(
                now.revision(),
                clock.instant(),
                mayChange ? Optional.of(claim -> askAgain(now, claim)) : Optional.empty());
    }

    private void askAgain(Shown now, FieldClaim claim) {
        ownerships.withdraw(id(now), now.revision().number(), claim);
        shown = new Shown(
                now.installation(),
                installations.revision(id(now), now.revision().number()));
        rebuild();
    }

    private Panel settings(Revision revision) {
        var applying = profiles.applying(revision.settings());
        return new SettingsPanel(Texts.get("revision.settings"), revision, applying::contains);
    }

    private static Component selector(Shown now, Compared compared, List<NamedRevision> all) {
        var others = new ComboBox<NamedRevision>();
        others.setAriaLabel(Texts.get("revision.compare.with"));
        others.setPrefixComponent(new Span(Texts.get("revision.compare.with")));
        others.setPlaceholder(Texts.get("revision.compare.profile"));
        others.setItemLabelGenerator(Compared::words);
        others.setItems(all.stream().filter(each -> !each.equals(now.named())).toList());
        others.setClearButtonVisible(true);
        others.setValue(compared.other());
        others.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        InstallationLinks.revision(id(now), now.revision().number()),
                        new Compared(change.getValue()).query()));
        return others;
    }

    private void askRollBack(Shown now) {
        var latest = installations.get(id(now)).latestRevision();
        var earlier = now.revision().number();
        var comparison = Comparison.between(installations.revision(id(now), latest), now.revision());
        var words = new NamedRevision(now.installation().name(), id(now), latest);
        var table = new ComparisonTable(comparison, Compared.words(words), Compared.words(now.named()), clusters);
        new RollBackDialog(earlier, latest + 1, table, comment -> {
                    installations.restore(id(now), latest, earlier, comment);
                    UI.getCurrent().navigate(InstallationLinks.plan(id(now)));
                })
                .open();
    }
}

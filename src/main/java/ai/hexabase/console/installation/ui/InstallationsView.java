package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Closings;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
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
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** All installations, and one's own drafts of those to come. */
@Route(InstallationLinks.LIST)
@Menu(order = 10, title = "installation.menu", icon = "INSTALLATION")
@PermitAll
class InstallationsView extends Page {
    private final transient Installations installations;
    private final transient Closings closings;
    private final transient Exports exports;
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final transient Clock clock;
    private transient @Nullable List<Installation> shown;
    private final transient List<InstallationPart> parts;

    InstallationsView(
            Installations installations,
            Closings closings,
            Exports exports,
            Clusters clusters,
            ActingPerson person,
            Clock clock,
            ObjectProvider<InstallationPart> parts) {
        this.installations = installations;
        this.closings = closings;
        this.exports = exports;
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
        this.parts = parts.stream().toList();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> installations.subscribe(() -> live.run("installations", this::refresh)));
    }

    /** Only when there is something else to show: building again would take the reader's place on the page away. */
    private void refresh() {
        if (!installations.list().equals(shown)) {
            rebuild();
        }
    }

    @Override
    protected String title() {
        return Texts.get("installation.list.title");
    }

    @Override
    protected void build() {
        shown = null;
        var all = installations.list();
        shown = all;
        var drafts = person.maySomewhere(Role.OPERATOR) ? installations.drafts() : List.<Draft>of();
        var header = new PageHeader(title());
        add(header);
        if (!all.isEmpty()) {
            header.facts(Texts.get("installation.list.count", all.size()));
        }
        if (!(all.isEmpty() && drafts.isEmpty())) {
            header.actions(
                    forOperators(Layouts.plain(Texts.get("revision.import"), this::fromFile)),
                    forOperators(Layouts.primary(Texts.get("installation.new"), this::create)));
        }
        if (!drafts.isEmpty()) {
            add(drafts(drafts));
        }
        if (!all.isEmpty()) {
            add(new Panel(title(), new InstallationGrid(all, clusters, parts, clock)).count(all.size()));
        } else if (drafts.isEmpty()) {
            add(new Panel(title(), empty()));
        }
        closed();
    }

    /** What was closed is out of the way, but stays to be read. */
    private void closed() {
        var closed = closings.closed();
        if (!closed.isEmpty()) {
            var details = new Details(
                    Texts.get("installation.closed.list", closed.size()),
                    new InstallationGrid(closed, clusters, List.of(), clock));
            details.addClassName("hx-closed");
            details.setWidthFull();
            add(details);
        }
    }

    /** On any cluster at all; on which, the wizard says. */
    private boolean mayCreate() {
        return clusters.list().stream().anyMatch(cluster -> person.may(Role.OPERATOR, cluster.id()))
                || person.may(Role.OPERATOR);
    }

    private Button forOperators(Button button) {
        return Rights.need(mayCreate(), Role.OPERATOR, button);
    }

    private void create() {
        UI.getCurrent().navigate(InstallationLinks.NEW);
    }

    private void fromFile() {
        new SettingsFileDialog(installations, exports).open();
    }

    private Component empty() {
        if (!mayCreate()) {
            return new EmptyState(
                    Icons.INSTALLATION,
                    Texts.get("installation.empty.title"),
                    Texts.get("installation.empty.ask-an-operator"));
        }
        return new EmptyState(
                Icons.INSTALLATION,
                Texts.get("installation.empty.title"),
                Texts.get("installation.empty.text"),
                Layouts.primary(Texts.get("installation.new"), this::create),
                Layouts.plain(Texts.get("revision.import"), this::fromFile));
    }

    private Panel drafts(List<Draft> drafts) {
        var list = new UnorderedList();
        list.addClassName("hx-drafts");
        drafts.forEach(draft -> list.add(draft(draft)));
        return new Panel(Texts.get("installation.drafts"), list).count(drafts.size());
    }

    private ListItem draft(Draft draft) {
        var content = draft.content();
        var words = content.name().isEmpty() ? Texts.get("installation.draft.unnamed") : content.name();
        var name = Layouts.nameLink(InstallationLinks.draft(draft.id(), content.step()), words);
        var where = new Span(Texts.get("installation.draft.where", content.step(), WizardDraft.STEPS));
        where.addClassName("hx-remark");
        var age = new Span(Formats.when(draft.keptAt(), clock.instant(), ReaderZone.get()));
        age.addClassName("hx-remark");
        var discard = Layouts.small(Texts.get("installation.draft.discard"), () -> {
            installations.deleteDraft(draft.id());
            rebuild();
        });
        discard.setAriaLabel(Texts.get("installation.draft.discard.of", words));
        return new ListItem(name, where, age, discard);
    }
}

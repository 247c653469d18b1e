package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Advices;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.WizardShell;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The wizard that leads from what is needed to revision 1; each step has its own link and its draft is kept. */
@Route("installations/new/:draft?/:step?([1-5])")
@PermitAll
class WizardView extends Page implements BeforeEnterObserver {
    private final transient Installations installations;
    private final transient Advices advices;
    private final transient Clock clock;
    private final transient Profiles profiles;
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final transient Certificates certificates;
    private final transient Registries registries;
    private final transient Capacities capacities;
    private transient WizardDraft draft;
    private int step = 1;
    private WizardShell shell = new WizardShell("");
    private transient WizardPart part;
    private transient WizardProgress progress;
    private transient Consequences consequences;
    private final Div refusal = new Div();
    private transient Elsewhere elsewhere;

    WizardView(
            Installations installations,
            Advices advices,
            Profiles profiles,
            Certificates certificates,
            Registries registries,
            Clusters clusters,
            ActingPerson person,
            Clock clock) {
        this.person = person;
        this.installations = installations;
        this.advices = advices;
        this.certificates = certificates;
        this.registries = registries;
        this.profiles = profiles;
        this.clusters = clusters;
        this.clock = clock;
        var live = LiveUpdates.of(this);
        capacities = new Capacities(clusters, () -> live.run("capacity", this::refresh));
        draft = new WizardDraft(installations, profiles, UUID.randomUUID());
        var context = context();
        part = new NeedsPart(context, installations);
        progress = new WizardProgress(context);
        consequences = new Consequences(context, this::put);
        elsewhere = elsewhere();
        live.whileShown(() -> installations.subscribe(() -> live.run("revision", () -> elsewhere.refresh())));
        edgeToEdge();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!person.maySomewhere(Role.OPERATOR)) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        var asked = event.getRouteParameters().get("draft").flatMap(WizardView::uuid);
        if (asked.isEmpty() || installations.isSomebodyElses(asked.get())) {
            event.forwardTo(InstallationLinks.draft(draft.id(), 1));
            return;
        }
        if (!asked.get().equals(draft.id())) {
            draft = new WizardDraft(installations, profiles, asked.get());
        }
        var wanted = event.getRouteParameters()
                .getInteger("step")
                .orElse(draft.content().step());
        step = Math.clamp(wanted, draft.firstStep(), draft.furthest());
        entered();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Elsewhere elsewhere() {
        return new Elsewhere(draft, clusters, clock, this::merged);
    }

    /** The draft goes on on top of another revision: everything shown may be another. */
    private void merged() {
        if (step > draft.furthest()) {
            open(draft.furthest());
        } else {
            rebuild();
        }
    }

    private WizardContext context() {
        return new WizardContext(draft, profiles, clusters, capacities, clock, this::changed, this::open);
    }

    @Override
    protected String title() {
        var name = draft.content().name();
        if (draft.base().isPresent()) {
            return Texts.get("installation.change.named", name);
        }
        return name.isEmpty() ? Texts.get("installation.new") : Texts.get("installation.new.named", name);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("installation.list.title"), InstallationLinks.LIST));
    }

    @Override
    protected void build() {
        var context = context();
        part = part(context);
        progress = new WizardProgress(context);
        consequences = new Consequences(context, this::put);
        shell = new WizardShell(Texts.get(draft.base().isPresent() ? "installation.change" : "installation.new"));
        refusal.removeAll();
        elsewhere = elsewhere();
        var parts = new ArrayList<Component>();
        parts.add(elsewhere);
        parts.addAll(part.parts());
        parts.add(refusal);
        shell.content(part.title(), part.lead(), parts.toArray(Component[]::new));
        shell.back().setVisible(step > draft.firstStep());
        shell.back().addClickListener(click -> open(step - 1));
        shell.later().addClickListener(click -> UI.getCurrent().navigate(InstallationLinks.LIST));
        shell.next().setText(progress.wayOn(step));
        shell.next().addClickListener(click -> next());
        add(shell);
        refresh();
    }

    private WizardPart part(WizardContext context) {
        return switch (step) {
            case 1 -> new NeedsPart(context, installations);
            case 2 -> new ProfilePart(context);
            case 3 -> new TargetPart(context, cluster -> person.may(Role.OPERATOR, cluster));
            case 4 -> new SettingsPart(context, new SettingTools(installations, certificates, registries, clock));
            default -> new SavePart(context, advices);
        };
    }

    private void changed() {
        draft.change(old -> old.at(step));
        refresh();
    }

    private void refresh() {
        part.refresh();
        elsewhere.refresh();
        shell.steps(progress.steps(step));
        shell.consequences(consequences.parts().toArray(Component[]::new));
        var line = consequences.line();
        shell.consequenceLine(
                line.status(), line.words(), Layouts.small(Texts.get("installation.demand.show"), consequences::open));
        shell.reason(part.open());
        shell.next().setEnabled(part.open().isEmpty());
        var kept = draft.keptAt();
        shell.draftKept(
                kept == null ? "" : Texts.get("installation.draft.kept", Formats.seconds(kept, ReaderZone.get())));
    }

    private void put(Setting setting, String text) {
        if (part instanceof SettingsPart settings) {
            settings.put(setting, text);
        } else {
            draft.set(setting, text);
            changed();
        }
    }

    private void open(int number) {
        UI.getCurrent().navigate(InstallationLinks.draft(draft.id(), number));
    }

    private void next() {
        if (!part.open().isEmpty()) {
            return;
        }
        if (step == 1 && !draft.hasSettings()) {
            draft.advice().ifPresent(advice -> draft.choose(Profile.of(advice.profile())));
        }
        if (step < WizardDraft.STEPS) {
            draft.change(old -> old.at(step + 1));
            open(step + 1);
        } else {
            save();
        }
    }

    private void save() {
        if (draft.content().cluster() == null) {
            return;
        }
        try {
            UI.getCurrent().navigate(InstallationLinks.of(draft.save()));
        } catch (ProblemException e) {
            refusal.removeAll();
            refusal.add(new ProblemNotice(e.problem()));
            elsewhere.refresh();
            elsewhere.open();
        }
    }
}

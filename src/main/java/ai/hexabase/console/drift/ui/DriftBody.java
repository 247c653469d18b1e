package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftState;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of one installation's drift, as it is now. */
final class DriftBody {
    private final DriftModel model;
    private final Installation installation;
    private final DriftReport report;

    DriftBody(DriftModel model, Installation installation, DriftReport report) {
        this.model = model;
        this.installation = installation;
        this.report = report;
    }

    void fill(HasComponents page) {
        page.add(header());
        notices().forEach(page::add);
        if (report.open().isEmpty()) {
            page.add(new Panel(Texts.get("drift.objects"), nothing()));
        }
        report.open().forEach(object -> page.add(new ObjectPanel(model, installation.id(), object, report)));
        if (!report.ignores().isEmpty()) {
            page.add(new IgnoredPanel(model, report));
        }
    }

    private PageHeader header() {
        var facts = new ArrayList<Component>();
        facts.add(new StatusLabel(DriftWords.status(report.state()), DriftWords.state(report.state(), model.now())));
        var revision = report.revision();
        if (revision != null) {
            facts.add(new Span(Texts.get("drift.against", revision)));
        }
        var at = report.comparedAt();
        if (at != null) {
            facts.add(new Span(Texts.get("drift.compared", report.compared(), DriftWords.clock(at, model.now()))));
            facts.add(new Span(Texts.get("drift.interval", model.interval().toMinutes())));
        }
        var ignored = DriftWords.ignored(report);
        if (!ignored.isEmpty()) {
            facts.add(new Span(ignored));
        }
        return new PageHeader(Texts.get("drift.title.of", installation.name()))
                .facts(facts.toArray(Component[]::new))
                .actions(compareNow(), putBack());
    }

    private Button compareNow() {
        var canAsk = switch (report.state()) {
            case DriftState.NotRolledOut none -> false;
            case DriftState.UnderWay running -> false;
            case DriftState.Pending pending -> true;
            case DriftState.InSync sync -> true;
            case DriftState.Drifted drifted -> true;
            case DriftState.Unknown unknown -> true;
        };
        var asked = report.asked() && canAsk;
        var button = Layouts.plain(
                Texts.get(asked ? "drift.comparing" : "drift.compare-now"), () -> model.compareNow(installation.id()));
        button.setPrefixComponent(Icons.RETRY.create());
        return forOperators(button, canAsk && !asked);
    }

    private Button putBack() {
        var button = Layouts.primary(
                Texts.get("drift.put-back"), () -> new PutBackDialog(model, installation, report).open());
        return forOperators(button, report.state() instanceof DriftState.Drifted);
    }

    private Button forOperators(Button button, boolean enabled) {
        button.setEnabled(enabled);
        return Rights.need(mayOperate(), Role.OPERATOR, button);
    }

    private boolean mayOperate() {
        return model.mayOperate(installation.id());
    }

    private List<Component> notices() {
        var notices = new ArrayList<Component>();
        switch (report.state()) {
            case DriftState.Unknown unknown -> notices.add(new ProblemNotice(Status.UNKNOWN, unknown.why()));
            case DriftState.UnderWay running -> notices.add(underWay(running));
            case DriftState.NotRolledOut none -> {}
            case DriftState.Pending pending -> {}
            case DriftState.InSync sync -> {}
            case DriftState.Drifted drifted -> {}
        }
        if (!report.unwatched().isEmpty()) {
            notices.add(new ProblemNotice(
                    Status.WAITING,
                    Texts.get("drift.unwatched", kinds()),
                    Texts.get("drift.unwatched.why", model.interval().toMinutes())));
        }
        if (!mayOperate() && report.state() instanceof DriftState.Drifted) {
            notices.add(new ProblemNotice(
                    Status.WAITING, Texts.get("drift.operators-only"), Texts.get("drift.operators-only.why")));
        }
        return notices;
    }

    private String kinds() {
        return report.unwatched().stream().map(ResourceKind::kind).sorted().collect(Collectors.joining(", "));
    }

    private static ProblemNotice underWay(DriftState.UnderWay running) {
        return new ProblemNotice(
                Status.PROGRESSING,
                Texts.get("drift.state.under-way", running.number()),
                Texts.get("drift.under-way.why"),
                Layouts.small(
                        Texts.get("drift.under-way.open"),
                        () -> UI.getCurrent().navigate(RolloutLinks.rollout(running.rollout()))));
    }

    private EmptyState nothing() {
        return switch (report.state()) {
            case DriftState.NotRolledOut none ->
                new EmptyState(
                        Icons.ROLLOUT,
                        Texts.get("drift.state.none"),
                        Texts.get("drift.empty.none"),
                        Layouts.plain(
                                Texts.get("installation.plan"),
                                () -> UI.getCurrent().navigate(RolloutLinks.review(installation.id()))));
            case DriftState.UnderWay running -> empty(Icons.ROLLOUT, "drift.empty.under-way");
            case DriftState.Pending pending -> empty(Icons.CLOCK, "drift.empty.pending");
            case DriftState.InSync sync -> empty(Icons.CHECK, "drift.empty.in-sync");
            case DriftState.Drifted drifted -> empty(Icons.CHECK, "drift.empty.in-sync");
            case DriftState.Unknown unknown -> empty(Icons.HELP, "drift.empty.unknown");
        };
    }

    private static EmptyState empty(Icons icon, String key) {
        return new EmptyState(icon, Texts.get(key), Texts.get(key + ".text"));
    }
}

package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.installation.Target;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Recommendation;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Supply;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What follows from the draft so far: which profile fits, and what it asks of the chosen cluster. */
final class Consequences {
    /** The most important consequence in one line. */
    record Line(Status status, String words) {}

    private final WizardContext context;
    private final BiConsumer<Setting, String> put;

    /** @param put changes a setting, in its field where that is on the screen */
    Consequences(WizardContext context, BiConsumer<Setting, String> put) {
        this.context = context;
        this.put = put;
    }

    List<Component> parts() {
        var cluster = context.cluster();
        if (!context.draft().hasSettings()) {
            return advice();
        }
        if (cluster.isEmpty()) {
            return demandAnywhere();
        }
        return switch (context.capacities().of(cluster.get().id())) {
            case Capacities.Reading.Waiting waiting ->
                List.of(heading(cluster.get()), small(Texts.get("installation.target.reading")));
            case Capacities.Reading.Unknown unknown ->
                List.of(heading(cluster.get()), new ProblemNotice(Status.UNKNOWN, unknown.problem()));
            case Capacities.Reading.Known known -> demand(cluster.get(), known.target());
        };
    }

    private List<Component> advice() {
        return context.draft().advice().map(Consequences::advice).orElse(List.of());
    }

    private static List<Component> advice(Recommendation advice) {
        var parts = new ArrayList<Component>();
        parts.add(new H2(Texts.get("installation.advice", advice.profile())));
        parts.add(small(Texts.get("installation.advice.text")));
        ProfileWords.remark(Profile.of(advice.profile())).ifPresent(parts::add);
        var reasons = new ReasonList(advice.reasons());
        reasons.addClassName("hx-reason-list");
        parts.add(reasons);
        return parts;
    }

    /** Before a cluster was chosen: the sums alone. */
    private List<Component> demandAnywhere() {
        var demand = context.profiles().demand(context.draft().mended(), new Supply(0, 0, 0, 0));
        return List.of(
                new H2(Texts.get("installation.demand.anywhere")),
                small(Texts.get("installation.demand.anywhere.text")),
                new DemandView(demand).table());
    }

    private static H2 heading(RegisteredCluster cluster) {
        return new H2(Texts.get("installation.demand.title", cluster.name()));
    }

    private static Component small(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("hx-small-text");
        return paragraph;
    }

    private List<Component> demand(RegisteredCluster cluster, Target target) {
        var demand = context.profiles().demand(context.draft().mended(), target.supply());
        var shortage = new Shortage(context, demand, put);
        var parts = new ArrayList<Component>();
        parts.add(heading(cluster));
        parts.add(source(target));
        if (context.draft().base().isPresent()) {
            parts.add(small(Texts.get("installation.demand.itself")));
        }
        if (!demand.fits()) {
            parts.add(shortage.notice());
        }
        missingZones(target).ifPresent(parts::add);
        parts.addAll(new DemandView(demand).parts());
        if (!demand.fits()) {
            parts.add(new H3(Texts.get("installation.options")));
            parts.add(shortage.options());
        }
        return parts;
    }

    /** On how many nodes the calculation rests, and how old their numbers are. */
    private Component source(Target target) {
        var read = Formats.when(target.capacity().asOf(), context.clock().instant(), ReaderZone.get());
        return small(
                Texts.get("installation.demand.source", target.usableNodes().size(), read));
    }

    /** Zones of the settings in which this cluster has no node: pods would never start. */
    private Optional<Component> missingZones(Target target) {
        var there = target.zones();
        var missing = context.draft().mended().list(Setting.ZONES).stream()
                .filter(zone -> !there.contains(zone))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var zones = String.join(",", there);
        var take = Layouts.small(
                there.isEmpty()
                        ? Texts.get("installation.zones.none")
                        : Texts.get("installation.zones.take", String.join(", ", there)),
                () -> put.accept(Setting.ZONES, zones));
        return Optional.of(new ProblemNotice(
                        Status.FAILED,
                        Texts.get("installation.zones.missing", String.join(", ", missing)),
                        Texts.get("installation.zones.missing.why"))
                .more(take));
    }

    /** For narrow windows, where the column has no room. */
    Line line() {
        var cluster = context.cluster();
        if (cluster.isEmpty()
                || !context.draft().hasSettings()
                || !(context.capacities().of(cluster.get().id()) instanceof Capacities.Reading.Known known)) {
            return new Line(Status.OK, "");
        }
        var demand = context.profiles()
                .demand(context.draft().mended(), known.target().supply());
        var name = cluster.get().name();
        return demand.fits()
                ? new Line(Status.OK, Texts.get("installation.line.fits", name, demand.vclusters()))
                : new Line(Status.FAILED, new Shortage(context, demand, put).line(name));
    }

    /** The same as {@link #parts()} in a window of its own, where the column has no room. */
    void open() {
        var content = new Div(parts().toArray(Component[]::new));
        content.addClassName("hx-wizard-consequences");
        var dialog = new Dialog(content);
        dialog.setWidth("420px");
        dialog.setHeaderTitle(Texts.get("installation.demand.how"));
        dialog.getFooter().add(Layouts.plain(Texts.get("installation.demand.close"), dialog::close));
        dialog.open();
    }
}

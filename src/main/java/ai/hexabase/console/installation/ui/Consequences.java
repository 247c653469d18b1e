package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.installation.Target;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Supply;
import ai.hexabase.console.profile.TenantDemand;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
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
        return context.draft()
                .advice()
                .map(advice -> {
                    var reasons = new ReasonList(advice.reasons());
                    reasons.addClassName("hx-reason-list");
                    return List.<Component>of(
                            new H2(Texts.get("installation.advice", advice.profile())),
                            small(Texts.get("installation.advice.text")),
                            reasons);
                })
                .orElse(List.of());
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
        var parts = new ArrayList<Component>();
        parts.add(heading(cluster));
        parts.add(small(Texts.get(
                "installation.demand.source",
                target.usableNodes().size(),
                Formats.when(target.capacity().asOf(), context.clock().instant(), ReaderZone.get()))));
        if (context.draft().base().isPresent()) {
            parts.add(small(Texts.get("installation.demand.itself")));
        }
        if (!demand.fits()) {
            parts.add(new ProblemNotice(Status.FAILED, what(demand), why(demand)));
        }
        missingZones(target).ifPresent(parts::add);
        parts.addAll(new DemandView(demand).parts());
        if (!demand.fits()) {
            parts.add(new H3(Texts.get("installation.options")));
            parts.add(options(demand));
        }
        return parts;
    }

    private static boolean lacksCpu(TenantDemand demand) {
        return demand.missing().cpuMillis() * TenantDemand.PER_VCLUSTER.memoryBytes()
                >= demand.missing().memoryBytes() * TenantDemand.PER_VCLUSTER.cpuMillis();
    }

    private static String what(TenantDemand demand) {
        return Texts.get(
                lacksCpu(demand) ? "installation.demand.cpu-for" : "installation.demand.memory-for",
                demand.fitting(),
                demand.vclusters());
    }

    private static String why(TenantDemand demand) {
        var missing = lacksCpu(demand)
                ? Texts.get(
                        "installation.demand.cpu-missing",
                        Formats.cores(demand.missing().cpuMillis() / 1000.0))
                : Texts.get(
                        "installation.demand.memory-missing",
                        Formats.bytes(demand.missing().memoryBytes()));
        return missing + Texts.get("installation.demand.pending", demand.vclusters() - demand.fitting());
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

    private Component options(TenantDemand demand) {
        var list = new UnorderedList();
        list.addClassName("hx-options");
        if (demand.fitting() > 0) {
            list.add(option(
                    Layouts.link(
                            Texts.get("installation.options.fewer", demand.fitting()),
                            () -> put.accept(Setting.MAX_VCLUSTERS, Integer.toString(demand.fitting()))),
                    Texts.get("installation.options.fewer.effect")));
        }
        list.add(option(new Span(node(demand)), Texts.get("installation.options.node.effect", demand.vclusters())));
        if (context.draft().base().isPresent()) {
            return list;
        }
        list.add(option(
                Layouts.link(
                        Texts.get("installation.options.other"),
                        () -> context.open().accept(3)),
                ""));
        return list;
    }

    private static String node(TenantDemand demand) {
        var node = demand.nodeToAdd();
        var cores = node.cpuMillis() / 1000;
        var memory = node.memoryBytes() >> 30;
        if (cores == 0) {
            return Texts.get("installation.options.node.memory", memory);
        }
        return memory == 0
                ? Texts.get("installation.options.node.cpu", cores)
                : Texts.get("installation.options.node.both", cores, memory);
    }

    private static ListItem option(Component act, String effect) {
        var remark = new Span(effect);
        remark.addClassName("hx-remark");
        return new ListItem(act, remark);
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
                : new Line(
                        Status.FAILED,
                        Texts.get(
                                lacksCpu(demand) ? "installation.line.cpu" : "installation.line.memory",
                                name,
                                demand.fitting(),
                                demand.vclusters()));
    }
}

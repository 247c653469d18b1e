package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Step 3: the cluster, each with what it has and how many of the vclusters would fit. */
final class TargetPart implements WizardPart {
    private final WizardContext context;
    private final Predicate<ClusterId> offered;
    private final Map<ClusterId, Div> facts = new HashMap<>();
    private List<RegisteredCluster> listed = List.of();

    /** @param offered whether the person may install on it */
    TargetPart(WizardContext context, Predicate<ClusterId> offered) {
        this.context = context;
        this.offered = offered;
    }

    @Override
    public String title() {
        return Texts.get("installation.target.title");
    }

    @Override
    public String lead() {
        return Texts.get("installation.target.lead");
    }

    @Override
    public List<Component> parts() {
        listed = context.clusters().list().stream()
                .filter(cluster -> offered.test(cluster.id()))
                .toList();
        return List.of(listed.isEmpty() ? none() : choice());
    }

    private static Component none() {
        return new EmptyState(
                Icons.CLUSTER,
                Texts.get("installation.target.none"),
                Texts.get("installation.target.none.text"),
                Layouts.primary(
                        Texts.get("installation.target.register"),
                        () -> UI.getCurrent().navigate("clusters")));
    }

    private Component choice() {
        var choice = new RadioButtonGroup<ClusterId>();
        choice.setAriaLabel(title());
        choice.addClassNames("hx-profiles", "hx-targets");
        choice.setItems(listed.stream().map(RegisteredCluster::id).toList());
        choice.setRenderer(new ComponentRenderer<>(this::card));
        context.cluster().ifPresent(cluster -> choice.setValue(cluster.id()));
        choice.addValueChangeListener(change -> {
            context.draft().change(old -> old.on(change.getValue()));
            context.changed().run();
        });
        return choice;
    }

    private Component card(ClusterId id) {
        var cluster = context.clusters().get(id);
        var name = new Span(cluster.name());
        name.addClassNames("hx-profile-name", "hx-name");
        var head = new Div(name);
        if (cluster.isPractice()) {
            head.add(new StatusTag(Status.PRACTICE, Texts.get("installation.target.practice")));
        }
        var words = facts.computeIfAbsent(id, key -> new Div());
        words.addClassName("hx-profile-words");
        return new Div(head, words);
    }

    @Override
    public void refresh() {
        for (var cluster : listed) {
            var words = facts.computeIfAbsent(cluster.id(), key -> new Div());
            words.removeAll();
            words.add(fact(cluster));
        }
    }

    private Component fact(RegisteredCluster cluster) {
        if (cluster.reachability() instanceof Reachability.UnknownSince unknown) {
            return new StatusLabel(
                    Status.UNKNOWN,
                    Texts.get(
                            "installation.target.unknown-since",
                            Formats.clock(unknown.since(), context.clock().instant(), ReaderZone.get())));
        }
        return switch (context.capacities().of(cluster.id())) {
            case Capacities.Reading.Waiting waiting ->
                new StatusLabel(Status.PROGRESSING, Texts.get("installation.target.reading"));
            case Capacities.Reading.Unknown unknown ->
                new StatusLabel(Status.UNKNOWN, Texts.of(unknown.problem().what()));
            case Capacities.Reading.Known known -> fitting(cluster, known);
        };
    }

    private Component fitting(RegisteredCluster cluster, Capacities.Reading.Known known) {
        var target = known.target();
        var supply = target.supply();
        var facts = new Span(Texts.get(
                "installation.target.facts",
                cluster.version(),
                target.usableNodes().size(),
                target.zones().size(),
                Formats.cores(supply.cpuMillis() / 1000.0),
                Formats.bytes(supply.memoryBytes())));
        var demand = context.profiles().demand(context.draft().mended(), supply);
        var fits = new StatusLabel(
                demand.fits() ? Status.OK : Status.WARNING,
                Texts.get("installation.target.fits", demand.fitting(), demand.vclusters()));
        return Layouts.row(facts, fits);
    }

    @Override
    public String open() {
        return context.cluster().isPresent() ? "" : Texts.get("installation.open.cluster");
    }
}

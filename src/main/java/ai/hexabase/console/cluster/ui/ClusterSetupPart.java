package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfig;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The first clusters: those registered, those found on this machine, and the practice fleet. */
final class ClusterSetupPart implements SetupPart {
    private final Clusters clusters;
    private final Kubeconfigs kubeconfigs;
    private final Clock clock;
    private final Runnable changed;
    private final Div registered = section();
    private final Div notices = new Div();
    private final RadioButtonGroup<String> shape = new RadioButtonGroup<>();
    private final List<Component> aside;

    ClusterSetupPart(Clusters clusters, Kubeconfigs kubeconfigs, Clock clock, Runnable changed) {
        this.clusters = clusters;
        this.kubeconfigs = kubeconfigs;
        this.clock = clock;
        this.changed = changed;
        shape.setItems(clusters.practiceShapes());
        shape.setValue(clusters.practiceShapes().getFirst());
        shape.addThemeName("vertical");
        shape.setLabel(Texts.get("cluster.practice.shape"));
        shape.setItemLabelGenerator(item -> Texts.get("practice.shape." + item));
        aside = practice();
    }

    private static Div section() {
        var section = new Div();
        section.addClassName("hx-form-section");
        return section;
    }

    @Override
    public List<Component> parts() {
        var real = section();
        real.add(
                new H2(Texts.get("setup.clusters.real")),
                found(),
                tools(Layouts.primary(Texts.get("cluster.register"), ClusterSetupPart::register)));
        return List.of(registered, real);
    }

    private static Div tools(Component button) {
        var tools = new Div(button);
        tools.addClassName("hx-setup-tools");
        return tools;
    }

    private Component found() {
        var contexts = new ArrayList<Kubeconfig.Context>();
        for (var file : kubeconfigs.onThisMachine()) {
            var config = file.config();
            if (config != null) {
                contexts.addAll(config.contexts());
            }
        }
        if (contexts.isEmpty()) {
            return new Paragraph(Texts.get("setup.clusters.nothing-found"));
        }
        var list = list();
        contexts.forEach(context -> list.add(line(new Span(context.name()), new Code(context.server()), new Span())));
        return list;
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("hx-setup-list");
        return list;
    }

    private static ListItem line(Component name, Component remark, Component end) {
        remark.addClassName("hx-remark");
        return new ListItem(new Div(name, remark), end);
    }

    private static void register() {
        UI.getCurrent().navigate(ClusterLinks.REGISTER, SetupStep.FROM);
    }

    @Override
    public List<Component> aside() {
        return aside;
    }

    private List<Component> practice() {
        return List.of(
                new H2(Texts.get("setup.clusters.practice")),
                new Paragraph(Texts.get("setup.clusters.practice.text")),
                notices,
                shape,
                Layouts.plain(Texts.get("setup.clusters.practice.add"), this::practise),
                new H3(Texts.get("setup.clusters.needs")),
                new Paragraph(Texts.get("setup.clusters.needs.text")));
    }

    private void practise() {
        notices.removeAll();
        try {
            clusters.registerPractice(freeName(), Site.UNKNOWN, shape.getValue());
            changed.run();
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
        }
    }

    private String freeName() {
        var names = clusters.list().stream().map(RegisteredCluster::name).toList();
        var number = 1;
        while (names.contains("practice-" + number)) {
            number++;
        }
        return "practice-" + number;
    }

    @Override
    public void refresh() {
        registered.removeAll();
        var all = clusters.list();
        registered.setVisible(!all.isEmpty());
        if (!all.isEmpty()) {
            var list = list();
            all.forEach(cluster -> list.add(line(cluster)));
            registered.add(new H2(Texts.get("setup.clusters.registered")), list);
        }
    }

    private ListItem line(RegisteredCluster cluster) {
        var name = new Anchor(ClusterLinks.details(cluster.id()), cluster.name());
        name.setRouterIgnore(false);
        var head = new Span(name);
        if (cluster.isPractice()) {
            head.add(new StatusTag(Status.PRACTICE, Texts.get("cluster.practice")));
        }
        return line(
                head,
                new Span(cluster.isPractice() ? "" : cluster.server().toString()),
                ClusterWords.state(cluster.reachability(), clock.instant(), ReaderZone.get()));
    }

    @Override
    public String missing() {
        var isLive = clusters.list().stream()
                .anyMatch(cluster -> cluster.reachability().isLive());
        return isLive ? "" : Texts.get("setup.clusters.missing");
    }
}

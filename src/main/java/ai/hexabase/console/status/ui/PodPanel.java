package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.YamlView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One pod in depth: why it is as it is, its containers, events, log and YAML, all of it live. */
final class PodPanel extends LivePanel<PodRow> {
    private final transient LivePods pods;
    private final PodAbout about = new PodAbout();
    private final Div containers = new Div();
    private final YamlView yaml = new YamlView("");
    private final ObjectEvents events;
    private final PodLogView log;

    PodPanel(
            Sheet<PodRow> sheet,
            LivePods pods,
            LiveObjects objects,
            Clock clock,
            PodRow pod,
            Component terminal,
            Runnable onClose) {
        super(sheet, clock, pod);
        this.pods = pods;
        this.events = new ObjectEvents(objects, pod, clock);
        this.log = new PodLogView(pod.name(), (options, lines) -> pods.log(pod, options, lines));
        log.together(LiveLinks.logs(pod.cluster(), pod.namespace(), pod.workload()));
        fill(onClose, List.of(terminal), about, containers, tabs());
    }

    private TabSheet tabs() {
        var first = new Div(events, log);
        first.addClassName("hx-pod-tab");
        var tabs = new TabSheet();
        tabs.add(Texts.get("status.tab.events"), first);
        tabs.add(Texts.get("status.tab.yaml"), yaml);
        tabs.addClassName("hx-pod-tabs");
        return tabs;
    }

    PodLogView log() {
        return log;
    }

    @Override
    Optional<Runnable> read(PodRow wanted) {
        return pods.details(wanted).map(read -> () -> show(read));
    }

    @Override
    void show(Problem problem) {
        about.show(problem);
    }

    private void show(PodDetails read) {
        about.show(row(), read);
        containers.removeAll();
        containers.add(new ContainerTable(read.containers()));
        yaml.set(read.yaml());
        log.offer(LogSource.of(read.containers()));
    }
}

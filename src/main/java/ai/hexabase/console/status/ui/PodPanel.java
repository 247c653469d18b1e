package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.status.PodLinks;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.YamlView;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** One pod in depth: why it is as it is, its containers, events, log and YAML, all of it live. */
final class PodPanel extends Aside {
    private final transient LivePods pods;
    private final transient Clock clock;
    private final StatusLabel state = new StatusLabel(Status.WAITING, "");
    private final PodAbout about = new PodAbout();
    private final Div containers = new Div();
    private final YamlView yaml = new YamlView("");
    private final PodEvents events;
    private final PodLogView log;
    private transient PodRow pod;
    private transient @Nullable PodDetails details;

    PodPanel(LivePods pods, Clock clock, PodRow pod, Runnable onClose) {
        this.pods = pods;
        this.clock = clock;
        this.pod = pod;
        this.events = new PodEvents(pods, pod, clock);
        this.log = new PodLogView(pod.name(), (options, lines) -> pods.log(pod, options, lines));
        log.together(PodLinks.logs(pod.cluster(), pod.namespace(), pod.workload()));
        addClassNames("hx-panel", "hx-pod-panel");
        getElement().setAttribute("aria-label", Texts.get("status.panel", pod.name()));
        add(head(onClose), about, containers, tabs());
        LiveUpdates.of(this);
        load();
    }

    private Div head(Runnable onClose) {
        var name = new H2(pod.name());
        name.addClassNames("hx-mono", "hx-ell");
        name.getElement().setAttribute("title", pod.namespace() + "/" + pod.name());
        var close = new Button(Icons.CLOSE.create(), click -> onClose.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.addClassName("hx-icon-button");
        close.setAriaLabel(Texts.get("status.panel.close"));
        var words = new Div(name, state);
        words.addClassName("hx-pod-title");
        var head = new Div(words, close);
        head.addClassName("hx-pod-head");
        return head;
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

    /** The list knows something newer of the pod, or of its cluster. */
    void update(PodRow row, Reachability cluster) {
        var changed = !row.version().equals(pod.version());
        pod = row;
        var words = PodTexts.words(row.reason(), cluster, clock.instant());
        state.set(PodTexts.status(row.reason(), cluster), words);
        if (changed && cluster.isLive()) {
            load();
        }
    }

    void gone() {
        state.set(Status.WAITING, Texts.get("status.panel.gone"));
    }

    PodLogView log() {
        return log;
    }

    private void load() {
        var wanted = pod;
        var live = LiveUpdates.of(this);
        Thread.startVirtualThread(() -> {
            try {
                var read = pods.details(wanted);
                live.run("details", () -> read.ifPresentOrElse(this::show, this::gone));
            } catch (ProblemException e) {
                live.run("details", () -> fail(e.problem()));
            }
        });
    }

    private void fail(Problem problem) {
        if (details == null) {
            about.show(problem);
        }
    }

    private void show(PodDetails read) {
        details = read;
        about.show(pod, read);
        containers.removeAll();
        containers.add(new ContainerTable(read.containers()));
        yaml.set(read.yaml());
        log.offer(LogSource.of(read.containers()));
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.status.PodEvent;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.YamlView;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pod in depth: why it is as it is, its containers, events, log and YAML, all of it live. */
final class PodPanel extends Aside {
    private final transient LivePods pods;
    private final transient Clock clock;
    private final StatusLabel state = new StatusLabel(Status.WAITING, "");
    private final Div about = new Div();
    private final Div containers = new Div();
    private final UnorderedList events = new UnorderedList();
    private final YamlView yaml = new YamlView("");
    private final PodLogView log;
    private transient PodRow pod;
    private transient @Nullable PodDetails details;
    private transient List<PodEvent> heard = List.of();

    PodPanel(LivePods pods, Clock clock, PodRow pod, Runnable onClose) {
        this.pods = pods;
        this.clock = clock;
        this.pod = pod;
        this.log = new PodLogView(pods, pod);
        addClassNames("hx-panel", "hx-pod-panel");
        getElement().setAttribute("aria-label", Texts.get("status.panel", pod.name()));
        about.addClassName("hx-pod-about");
        events.addClassName("hx-events");
        add(head(onClose), about, containers, tabs());
        var live = LiveUpdates.of(this);
        live.whileShown(() -> pods.events(
                pod,
                list -> live.run("events", () -> {
                    heard = list;
                    drawEvents();
                })));
        drawEvents();
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
            about.removeAll();
            about.add(new ProblemNotice(Status.UNKNOWN, problem));
        }
    }

    private void show(PodDetails read) {
        details = read;
        about.removeAll();
        consequence(read.reason().health()).ifPresent(text -> about.add(new Paragraph(text)));
        var words = read.reason().words();
        if (words != null) {
            var code = new Code(words);
            code.addClassName("hx-words");
            about.add(code);
        }
        about.add(facts(read));
        containers.removeAll();
        containers.add(new ContainerTable(read.containers()));
        yaml.set(read.yaml());
        log.containers(read.containers().stream()
                .sorted(java.util.Comparator.comparing(PodDetails.Container::init))
                .map(PodDetails.Container::name)
                .toList());
    }

    /** What follows from the state, where anything does. */
    private static Optional<String> consequence(Health health) {
        return switch (health) {
            case PROGRESSING -> Optional.of(Texts.get("status.explain.progressing"));
            case WARNING -> Optional.of(Texts.get("status.explain.warning"));
            case FAILED -> Optional.of(Texts.get("status.explain.failed"));
            case OK, WAITING, UNKNOWN -> Optional.empty();
        };
    }

    private KeyValueList facts(PodDetails read) {
        var facts = new KeyValueList();
        facts.with(
                Texts.get("status.fact.owner"),
                PodTexts.kind(pod.workload().kind()) + " " + pod.workload().name());
        facts.with(Texts.get("status.fact.namespace"), pod.namespace());
        if (pod.node() != null) {
            facts.with(
                    Texts.get("status.fact.node"),
                    pod.zone() == null ? pod.node() : Texts.get("status.fact.node-zone", pod.node(), pod.zone()));
        }
        read.containers().stream()
                .filter(container -> !container.init())
                .findFirst()
                .filter(container ->
                        !container.requests().isEmpty() || !container.limits().isEmpty())
                .ifPresent(container -> facts.with(
                        Texts.get("status.fact.resources"),
                        Texts.get("status.fact.resources.value", container.requests(), container.limits())));
        return facts;
    }

    private void drawEvents() {
        events.removeAll();
        if (heard.isEmpty()) {
            events.add(new ListItem(new Span(Texts.get("status.events.none"))));
        }
        heard.stream().limit(30).map(this::line).forEach(events::add);
    }

    private ListItem line(PodEvent event) {
        var status = event.warning() ? Status.WARNING : Status.OK;
        var age = new Span(PodTexts.age(event.at(), clock.instant()));
        age.addClassName("hx-event-age");
        var reason = new Span(event.reason());
        reason.addClassName("hx-b");
        var words = new Span(reason, new Span(" " + event.message() + count(event)));
        var line = new ListItem(status.shape(), age, words);
        line.addClassName(status.className());
        return line;
    }

    private static String count(PodEvent event) {
        return event.count() > 1 ? " (×" + event.count() + ")" : "";
    }
}

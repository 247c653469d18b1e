package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;

/** What a pod's state means for whoever depends on it, what the cluster said, and where the pod belongs. */
final class PodAbout extends Div {
    PodAbout() {
        addClassName("hx-pod-about");
    }

    void show(PodRow pod, PodDetails read) {
        removeAll();
        consequence(read.reason().health()).ifPresent(text -> add(new Paragraph(text)));
        var words = read.reason().words();
        if (words != null) {
            var code = new Code(words);
            code.addClassName("hx-words");
            add(code);
        }
        add(facts(pod, read));
    }

    void show(Problem problem) {
        removeAll();
        add(new ProblemNotice(Status.UNKNOWN, problem));
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

    private static KeyValueList facts(PodRow pod, PodDetails read) {
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
        resources(read).ifPresent(words -> facts.with(Texts.get("status.fact.resources"), words));
        return facts;
    }

    /** What the first container asks for and may use at most. */
    private static Optional<String> resources(PodDetails read) {
        return read.containers().stream()
                .filter(container -> !container.init())
                .findFirst()
                .filter(container ->
                        !container.requests().isEmpty() || !container.limits().isEmpty())
                .map(container -> Texts.get("status.fact.resources.value", container.requests(), container.limits()));
    }
}

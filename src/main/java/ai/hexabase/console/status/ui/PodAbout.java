package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.status.PodReason;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.SchedulerWords;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;

/** What an object's state means for whoever depends on it, what the cluster said, and where it belongs. */
final class PodAbout extends Div {
    PodAbout() {
        addClassName("hx-pod-about");
    }

    void show(PodRow pod, PodDetails read) {
        show(read.reason(), facts(pod, read));
    }

    void show(PodReason reason, KeyValueList facts) {
        removeAll();
        advice(reason).ifPresent(text -> add(new Paragraph(text)));
        var words = reason.words();
        if (words != null) {
            var code = new Code(words);
            code.addClassName("hx-words");
            add(code);
        }
        Optional.ofNullable(words)
                .flatMap(SchedulerWords::read)
                .map(PodAbout::nodes)
                .ifPresent(this::add);
        add(facts);
    }

    /** Why each of the nodes was turned down. */
    private static UnorderedList nodes(SchedulerWords scheduler) {
        var list = new UnorderedList();
        list.addClassName("hx-scheduler");
        for (var clause : scheduler.reasons()) {
            var line = new ListItem(Texts.of(clause.plain()));
            line.setTitle(clause.words());
            list.add(line);
        }
        scheduler.preemption().ifPresent(words -> list.add(new ListItem(Texts.of(words))));
        return list;
    }

    void show(Problem problem) {
        removeAll();
        add(new ProblemNotice(Status.UNKNOWN, problem));
    }

    /** What to do about the state, or that nothing needs to be done. */
    private static Optional<String> advice(PodReason reason) {
        return reason.health() == Health.PROGRESSING
                ? Optional.of(Texts.get("status.explain.progressing"))
                : reason.action().map(Texts::of);
    }

    private static KeyValueList facts(PodRow pod, PodDetails read) {
        var facts = new KeyValueList();
        PodSheet.belongs(pod, facts);
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

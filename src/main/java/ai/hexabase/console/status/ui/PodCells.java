package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** What stands in the cells of pods and of their groups, given how well each cluster can be reached. */
final class PodCells {
    private final Clock clock;
    private Map<ClusterId, Reachability> reachability = Map.of();

    PodCells(Clock clock) {
        this.clock = clock;
    }

    void reachability(Map<ClusterId, Reachability> clusters) {
        reachability = clusters;
    }

    private Reachability of(PodRow pod) {
        return reachability.getOrDefault(pod.cluster(), new Reachability.Reconnecting(clock.instant(), null));
    }

    Component name(PodLine line) {
        var pod = line.pod();
        return pod == null ? title(Objects.requireNonNull(line.group())) : name(pod);
    }

    private Component name(PodRow pod) {
        var shape = PodTexts.status(pod.reason(), of(pod)).shape();
        var name = new Span(pod.name());
        name.addClassNames("hx-mono", "hx-ell");
        name.setTitle(pod.namespace() + "/" + pod.name());
        var cell = new Div(shape, name);
        cell.addClassName("hx-cell");
        return cell;
    }

    private static Component title(PodGroup group) {
        var title = new Span(group.title().isEmpty() ? Texts.get("status.group.no-node") : group.title());
        var kind = new Span(group.kind().isEmpty() ? "" : PodTexts.kind(group.kind()));
        var sum = sum(group);
        sum.addClassName("hx-narrow-only");
        var cell = new Div(title, kind, sum);
        group.logs().ifPresent(path -> cell.add(logs(path, title.getText())));
        cell.addClassName("hx-grp");
        return cell;
    }

    private static Anchor logs(String path, String group) {
        var link = new Anchor(path, Texts.get("status.logs.open"));
        link.setRouterIgnore(false);
        link.addClassName("hx-grp-logs");
        link.getElement().setAttribute("aria-label", Texts.get("status.logs.open-of", group));
        return link;
    }

    String age(PodRow pod) {
        return PodTexts.age(pod.createdAt(), clock.instant());
    }

    static String ready(PodRow pod) {
        return pod.ready() + "/" + pod.containers();
    }

    static String restarts(PodRow pod) {
        return String.valueOf(pod.restarts());
    }

    static String node(PodRow pod) {
        return Objects.requireNonNullElse(pod.node(), "");
    }

    static String zone(PodRow pod) {
        return Objects.requireNonNullElse(pod.zone(), "");
    }

    Component words(PodLine line) {
        var pod = line.pod();
        return pod == null ? sum(Objects.requireNonNull(line.group())) : words(pod);
    }

    private Component words(PodRow pod) {
        var words = new Span(PodTexts.words(pod.reason(), of(pod), clock.instant()));
        words.addClassNames("hx-ell", "hx-muted");
        words.setTitle(
                pod.reason().words() == null
                        ? words.getText()
                        : words.getText() + "\n" + pod.reason().words());
        return words;
    }

    private static Span sum(PodGroup group) {
        var text = Texts.get("status.group.ready", group.ready(), group.pods().size());
        if (group.starting() > 0) {
            text += Texts.get("status.group.starting", group.starting());
        }
        if (group.failing() > 0) {
            text += Texts.get("status.group.failing", group.failing());
        }
        var sum = new Span(text);
        sum.addClassName("hx-grp-sum");
        return sum;
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.terminal.TerminalLinks;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Location;
import java.util.Optional;

/** Leads from a pod to a terminal in it, or says why not. */
final class TerminalButton {
    private TerminalButton() {}

    /** @param objection why this person opens no terminals; empty when they may */
    static Button of(PodRow pod, Optional<Problem> objection) {
        var open = Layouts.small(
                Texts.get("terminal.pod"), () -> go(TerminalLinks.of(pod.cluster(), pod.namespace(), pod.name())));
        return objection.map(problem -> Rights.off(open, problem)).orElse(open);
    }

    private static void go(String path) {
        var place = new Location(path);
        UI.getCurrent().navigate(place.getPath(), place.getQueryParameters());
    }
}

package ai.hexabase.console.terminal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.terminal.TerminalEnd;
import ai.hexabase.console.terminal.TerminalLinks;
import ai.hexabase.console.terminal.TerminalListener;
import ai.hexabase.console.terminal.TerminalWish;
import ai.hexabase.console.terminal.Terminals;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TerminalViewTest extends ScreenTest {
    @Autowired
    Clusters clusters;

    @Autowired
    Terminals terminals;

    private RegisteredCluster cluster;

    @BeforeEach
    void register() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        cluster = clusters.registerPractice(
                "terminal-practice", Site.UNKNOWN, clusters.practiceShapes().getFirst());
    }

    @AfterEach
    void remove() {
        clusters.remove(cluster.id());
    }

    private Component view(String path) {
        var place = new Location(path);
        UI.getCurrent().navigate(place.getPath(), place.getQueryParameters());
        return (Component) getCurrentView();
    }

    @Test
    void aPracticePodHasNoShellAndTheScreenSaysSoInBothLanguages() {
        var view = view(TerminalLinks.of(cluster.id(), "shop", "web-1"));
        assertThat(Screen.words(view)).contains("Practice pods have no shell", "goes on record", "web-1");
        assertThat(Screen.button(view, "Open terminal").isEnabled()).isFalse();
        Screen.assertComplete(view);
    }

    @Test
    void aLinkWithoutAPodSaysWhereToBegin() {
        assertThat(Screen.words(view(TerminalLinks.TERMINAL))).contains("No pod is named");
    }

    @Test
    void eachTerminalIsFoundOnRecordWithReasonAndEnd() {
        var ended = new CompletableFuture<TerminalEnd>();
        terminals.open(
                new TerminalWish(cluster.id(), "shop", "web-1", "web", List.of("sh"), "HX-12"), new TerminalListener() {
                    @Override
                    public void opened() {
                        // a practice pod never gets here
                    }

                    @Override
                    public void output(byte[] bytes) {
                        // a practice pod writes nothing
                    }

                    @Override
                    public void ended(TerminalEnd end) {
                        ended.complete(end);
                    }
                });
        ended.join();
        var view = view(TerminalLinks.SESSIONS);
        var grid = find(com.vaadin.flow.component.grid.Grid.class, view).single();
        assertThat(test(grid).size()).isPositive();
        assertThat(Screen.words(view)).contains("Terminals on record", "not kept");
        Screen.assertComplete(view);
    }
}

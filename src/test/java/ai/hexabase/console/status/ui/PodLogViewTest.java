package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.LogLine;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class PodLogViewTest extends ScreenTest {
    private static final String WEB = "web";
    private static final String SIDECAR = "sidecar";

    private final Map<String, LogListener> listeners = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> answers =
            Map.of(WEB, new CompletableFuture<>(), SIDECAR, new CompletableFuture<>());

    /** Opens a log as soon as the cluster answers. */
    private Subscription open(LogOptions options, LogListener lines) {
        var container = Objects.requireNonNull(options.container());
        answer(container).join();
        open.add(container);
        listeners.put(container, lines);
        return () -> open.remove(container);
    }

    private CompletableFuture<Void> answer(String container) {
        return Objects.requireNonNull(answers.get(container));
    }

    private void opens(String container) {
        answer(container).complete(null);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> listeners.containsKey(container));
    }

    /** Both logs are opened, one right after the other, before anything of it reached the page. */
    private PodLogView switched() {
        var view = new PodLogView("web-1", this::open);
        UI.getCurrent().add(view);
        view.containers(List.of(WEB, SIDECAR));
        @SuppressWarnings("unchecked")
        var container = (Select<String>) find(Select.class, view).single();
        container.setValue(SIDECAR);
        opens(WEB);
        opens(SIDECAR);
        return view;
    }

    private LogListener log(String container) {
        return Objects.requireNonNull(listeners.get(container));
    }

    @Test
    void aLogThatOpensOnlyAfterThePanelClosedIsClosedAgain() {
        var view = new PodLogView("web-1", this::open);
        UI.getCurrent().add(view);
        view.containers(List.of(WEB));
        UI.getCurrent().remove(view);
        opens(WEB);
        eventually(() -> assertThat(open).isEmpty());
    }

    @Test
    void whoeverSwitchesQuicklyLeavesNoLogOpenBehind() {
        switched();
        eventually(() -> assertThat(open).containsExactly(SIDECAR));
    }

    @Test
    void aLateLineOfTheContainerBeforeHoldsUpNoNewLines() {
        var view = switched();
        log(SIDECAR).line("2026-11-24T12:00:01Z new");
        log(WEB).line("2026-11-24T12:00:00Z late");
        eventually(() -> assertThat(view.lines()).extracting(LogLine::text).containsExactly("new"));
    }
}

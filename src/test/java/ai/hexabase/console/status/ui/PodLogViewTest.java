package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodDetails;
import ai.hexabase.console.status.PodReason;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PodLogViewTest extends ScreenTest {
    private static final String WEB = "web";
    private static final String SIDECAR = "sidecar";

    private final Map<String, LogListener> listeners = new ConcurrentHashMap<>();
    private final List<LogOptions> asked = new CopyOnWriteArrayList<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> answers =
            Map.of(WEB, new CompletableFuture<>(), SIDECAR, new CompletableFuture<>());

    /** Opens a log as soon as the cluster answers. */
    private Subscription open(LogOptions options, LogListener lines) {
        var container = Objects.requireNonNull(options.container());
        asked.add(options);
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
        view.offer(List.of(source(WEB), source(SIDECAR)));
        @SuppressWarnings("unchecked")
        var container = (Select<LogSource>) find(Select.class, view).single();
        container.setValue(source(SIDECAR));
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
        view.offer(List.of(source(WEB)));
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

    @Test
    @SuppressWarnings("unchecked")
    void theRunBeforeARestartIsReadWithoutFollowingAndReadingGoesOnWhenItIsOffered() {
        var view = new PodLogView("web-1", this::open);
        UI.getCurrent().add(view);
        view.offer(LogSource.of(List.of(container(0))));
        opens(WEB);
        eventually(() -> assertThat(open).containsExactly(WEB));
        view.offer(LogSource.of(List.of(container(1))));
        assertThat(asked).hasSize(1);
        var sources = (Select<LogSource>) find(Select.class, view).single();
        assertThat(sources.getListDataView().getItems().map(LogSource::words))
                .containsExactly(WEB, WEB + " · before restart");
        sources.setValue(new LogSource(WEB, true));
        eventually(() -> assertThat(asked).hasSize(2));
        assertThat(asked.getFirst().follow()).isTrue();
        assertThat(asked.getLast().previous()).isTrue();
        assertThat(asked.getLast().follow()).isFalse();
    }

    private static PodDetails.Container container(int restarts) {
        return new PodDetails.Container(
                WEB,
                false,
                "web:1",
                new PodReason(Health.values()[0], Message.of("status.pod.running"), null),
                restarts,
                "",
                "");
    }

    private static LogSource source(String container) {
        return new LogSource(container, false);
    }
}

package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.LiveScope;
import ai.hexabase.console.status.LogAudience;
import ai.hexabase.console.status.LogEntry;
import ai.hexabase.console.status.LogWish;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.Workload;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.router.Location;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LogsViewTest extends ShopTest {
    private static final Workload WEB = new Workload("Deployment", "web");

    @Autowired
    LivePods pods;

    @BeforeEach
    void deploy() {
        open("logs-practice");
        web(2);
        eventually(() -> assertThat(names()).hasSize(2));
    }

    private List<String> names() {
        return pods.read(new LiveScope(cluster.id(), "shop")).stream()
                .filter(PodRow::isReady)
                .map(PodRow::name)
                .toList();
    }

    private LogsView view(String path) {
        var place = new Location(path);
        UI.getCurrent().navigate(place.getPath(), place.getQueryParameters());
        return (LogsView) getCurrentView();
    }

    private static List<String> sources(LogsView view) {
        return view.lines().stream()
                .map(LogLine::source)
                .filter(source -> source.endsWith(" web"))
                .distinct()
                .toList();
    }

    @Test
    void thePodsOfAWorkloadAreReadTogetherByTimeAndANewOneJoins() {
        var view = view(LiveLinks.logs(cluster.id(), "shop", WEB));
        eventually(() -> assertThat(sources(view)).hasSize(2));
        assertThat(view.lines()).extracting(LogLine::order).isSorted();
        assertThat(view.lines()).extracting(LogLine::tone).containsOnly(1, 2);
        assertThat(Screen.words(view))
                .contains("logs-practice", "Deployment web", "2 pods, 2 containers", "5,000 lines");
        web(3);
        eventually(() -> {
            assertThat(sources(view)).hasSize(3);
            assertThat(view.lines())
                    .anyMatch(line -> line.level().equals("MARK") && line.text().contains("is new"));
        });
        assertThat(find(Checkbox.class, view.legend()).all()).hasSize(3);
        Screen.assertComplete(view);
    }

    @Test
    void onlyChosenPodsAreRead() {
        var chosen = names().getFirst();
        var view = view(LiveLinks.logs(cluster.id(), "shop", List.of(chosen)));
        eventually(() -> assertThat(sources(view)).containsExactly(chosen + " web"));
        assertThat(Screen.words(view)).contains("1 chosen pod");
    }

    @Test
    void aPausedPageStandsStillAndSaysHowMuchHasCome() {
        var view = view(LiveLinks.logs(cluster.id(), "shop"));
        eventually(() -> assertThat(view.lines()).isNotEmpty());
        test(Screen.button(view, "Pause")).click();
        var log = find(LogView.class, view).single();
        assertThat(log.isPaused()).isTrue();
        web(3);
        eventually(() -> assertThat(log.held()).isPositive());
        assertThat(Screen.words(view)).contains("Go on (" + log.held() + " new line");
    }

    @Test
    void aLinkWithoutPodsSaysWhereToChooseThem() {
        assertThat(Screen.words(view(LiveLinks.LOGS))).contains("No pods chosen", "Go to live pods");
    }

    @Test
    void allOfItComesAsAZipWithAFileForEachContainer() throws IOException {
        var overview = new AtomicReference<LogAudience.Overview>();
        var wish = new LogWish(cluster.id(), "shop", WEB, Set.of(), false, null);
        var audience = new LogAudience() {
            @Override
            public void entry(LogEntry entry) {
                // only the archive is of interest
            }

            @Override
            public void overview(Overview now) {
                overview.set(now);
            }
        };
        try (var logs = pods.logs(wish, audience)) {
            eventually(() -> assertThat(overview.get())
                    .isNotNull()
                    .satisfies(now -> assertThat(now.logs()).hasSize(2)));
            var out = new ByteArrayOutputStream();
            logs.archive(out);
            var files = unzip(out.toByteArray());
            assertThat(files.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            names().stream().map(name -> name + "/web.log").toList());
            assertThat(files.values()).allMatch(text -> text.contains("practice: listening"));
        }
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

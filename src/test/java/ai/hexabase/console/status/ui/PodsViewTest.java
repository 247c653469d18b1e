package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.LiveScope;
import ai.hexabase.console.status.PodRow;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PodsViewTest extends ShopTest {
    @Autowired
    LivePods pods;

    @Autowired
    LiveObjects objects;

    @Autowired
    Clock clock;

    @BeforeEach
    void deploy() {
        open("pods-practice");
        web(3);
    }

    private PodsView view() {
        UI.getCurrent()
                .navigate(
                        LiveLinks.PODS,
                        QueryParameters.of("cluster", cluster.id().toString()).merging("namespace", "shop"));
        return (PodsView) getCurrentView();
    }

    private LiveGrid<?> grid(PodsView view) {
        return find(LiveGrid.class, view).single();
    }

    private static List<LiveLine<PodRow>> lines(PodsView view) {
        return Lists.lines(view);
    }

    @Test
    void podsAppearLiveInGroupsWithSumsAndAreToldApartByState() {
        var view = view();
        eventually(() -> {
            var groups = lines(view).stream()
                    .filter(LiveLine::isGroup)
                    .map(LiveLine::group)
                    .toList();
            assertThat(groups).singleElement().satisfies(group -> {
                assertThat(group.title()).isEqualTo("web");
                assertThat(group.kind()).isEqualTo("Deployment");
                assertThat(group.ready()).isEqualTo(3);
            });
        });
        assertThat(view.getElement().getTextRecursively()).contains("3 pods, 3 ready", "pods-practice");
    }

    @Test
    void onePodOpensInDepthWithContainersEventsLogAndYaml() {
        var view = view();
        eventually(() -> assertThat(lines(view)).hasSize(4));
        var pod = lines(view).stream()
                .filter(line -> line.row() != null)
                .findFirst()
                .orElseThrow();
        UI.getCurrent()
                .navigate(
                        LiveLinks.PODS,
                        QueryParameters.of("cluster", cluster.id().toString())
                                .merging("namespace", "shop")
                                .merging("open", pod.row().name()));
        eventually(() -> {
            assertThat(find(PodPanel.class).all()).hasSize(1);
            var panel = find(PodPanel.class).single();
            assertThat(panel.getElement().getTextRecursively())
                    .contains(Objects.requireNonNull(pod.row()).name(), "Deployment", "web", "Container", "Scheduled");
            assertThat(panel.log().lines()).isNotEmpty();
        });
    }

    @Test
    void aPodThatComesLaterIsShownWithoutAsking() {
        var view = view();
        eventually(() -> assertThat(lines(view)).hasSize(4));
        apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: alone, namespace: shop}
                spec: {containers: [{name: alone, image: registry.example/alone:1}]}
                """);
        eventually(() -> assertThat(lines(view))
                .anyMatch(line -> line.row() != null && line.row().name().equals("alone")));
    }

    @Test
    void aViewThatWasLeftHearsNoMoreOfItsWindow() {
        var view = view();
        var grid = grid(view);
        resize(900);
        var narrow = columns(grid);
        resize(1400);
        assertThat(columns(grid)).isGreaterThan(narrow);
        UI.getCurrent().navigate(ClusterLinks.LIST);
        resize(900);
        assertThat(columns(grid)).isGreaterThan(narrow);
    }

    private static long columns(Grid<?> grid) {
        return grid.getColumns().stream().filter(Grid.Column::isVisible).count();
    }

    private static void resize(int width) {
        var data = JacksonUtils.createObjectNode();
        data.put("event.w", width);
        data.put("event.h", 800);
        data.put("for", "trailing");
        var page = UI.getCurrent().getElement();
        page.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(page, "window-resize", data));
    }

    @Test
    void aPodWhoseClusterWasRemovedMeanwhileSaysSoWhenItIsOpened() {
        var rows = new ArrayList<PodRow>();
        Awaitility.await().until(() -> rows.addAll(pods.read(LiveScope.all(cluster.id()))));
        clusters.remove(cluster.id());
        var panel = new PodPanel(new PodSheet(clock), pods, objects, clock, rows.getFirst(), new Div(), () -> {});
        UI.getCurrent().add(panel);
        var events = find(ObjectEvents.class, panel).single();
        eventually(() -> assertThat(events.getElement().getTextRecursively()).contains("not registered any more"));
    }
}

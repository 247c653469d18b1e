package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.status.EventRow;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.NodeRow;
import ai.hexabase.console.status.VolumeRow;
import ai.hexabase.console.status.WorkloadRow;
import ai.hexabase.console.test.Screen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The live lists beside pods, on a practice cluster. */
class LiveViewsTest extends ShopTest {
    @Autowired
    Clock clock;

    @BeforeEach
    void deploy() {
        open("live-practice");
        apply(
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: small, namespace: shop}, spec: {hard: {pods: '2'}}}");
        web(3);
        apply("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data, namespace: shop}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}
                """);
    }

    private Component view(String path, String... more) {
        var link = QueryParameters.of("cluster", cluster.id().toString());
        for (var i = 0; i < more.length; i += 2) {
            link = link.merging(more[i], more[i + 1]);
        }
        UI.getCurrent().navigate(path, link);
        return (Component) getCurrentView();
    }

    @Test
    void aWorkloadWhosePodsTheQuotaRefusesSaysSoInPlainWords() {
        var view = view(LiveLinks.WORKLOADS, "namespace", "shop");
        eventually(() -> {
            var web = Lists.<WorkloadRow>row(view, "web");
            assertThat(web.counts().wanted()).isEqualTo(3);
            assertThat(web.counts().ready()).isEqualTo(2);
            assertThat(web.reason().plain().key()).isEqualTo("status.pod.kept-out-quota");
            assertThat(web.reason().words()).contains("exceeded quota");
        });
        assertThat(Screen.words(view)).contains("Live workloads", "1 workload, 0 ready");
        Screen.assertComplete(view);
    }

    @Test
    void aWorkloadOpensInDepthAndLeadsToItsPods() {
        var view = view(LiveLinks.WORKLOADS, "namespace", "shop", "open", "web");
        eventually(() -> assertThat(find(ObjectPanel.class, view).all()).isNotEmpty());
        var panel = find(ObjectPanel.class, view).single();
        eventually(() -> assertThat(Screen.words(panel))
                .contains("registry.example/web:1.4", "Progressing", "ScalingReplicaSet", "Show its pods"));
        assertThat(panel.getElement().getOuterHTML())
                .contains("pods?cluster=" + cluster.id() + "&amp;namespace=shop&amp;text=web");
    }

    @Test
    void nodesTellWhatIsRequestedOfWhatTheyHave() {
        var view = view(LiveLinks.NODES);
        eventually(() -> {
            assertThat(Lists.<NodeRow>rows(view)).isNotEmpty().allSatisfy(node -> {
                assertThat(node.kubelet()).startsWith("v1.");
                assertThat(node.allocatable().cpuMillis()).isPositive();
                assertThat(node.requested()).isNotNull();
            });
            assertThat(Lists.<NodeRow>rows(view)
                            .mapToLong(node -> node.requested().pods())
                            .sum())
                    .isGreaterThanOrEqualTo(2);
        });
        Screen.assertComplete(view);
    }

    @Test
    void claimsTellTheirVolumeAndNewestEventsComeFirst() {
        var volumes = view(LiveLinks.VOLUMES, "namespace", "shop");
        eventually(
                () -> assertThat(Lists.<VolumeRow>row(volumes, "data").bytes()).isEqualTo(2L << 30));
        Screen.assertComplete(volumes);
        var events = view(LiveLinks.EVENTS, "namespace", "shop");
        eventually(() -> assertThat(Lists.<EventRow>rows(events)
                        .map(row -> row.event().reason())
                        .toList())
                .contains("FailedCreate", "Scheduled"));
        assertThat(Lists.<EventRow>rows(events).map(EventRow::createdAt).toList())
                .isSortedAccordingTo((first, second) -> second.compareTo(first));
        Screen.assertComplete(events);
    }

    @Test
    void theServerFiltersSortsAndGroupsAsTheAddressSays() {
        var warnings = view(LiveLinks.EVENTS, "namespace", "shop", "state", "needs-attention", "group", "reason");
        eventually(() -> assertThat(Lists.<EventRow>rows(warnings))
                .isNotEmpty()
                .allMatch(row -> row.event().warning()));
        assertThat(Lists.<EventRow>lines(warnings).getFirst().group().title()).isEqualTo("FailedCreate");
        var nodes = view(LiveLinks.NODES, "sort", "-name");
        eventually(
                () -> assertThat(Lists.<NodeRow>rows(nodes).map(NodeRow::name).toList())
                        .hasSizeGreaterThan(1)
                        .isSortedAccordingTo((first, second) -> second.compareTo(first)));
        var found = view(LiveLinks.NODES, "text", "no such node");
        eventually(() -> assertThat(Screen.words(found)).contains("no nodes"));
        assertThat(Lists.<NodeRow>lines(found)).isEmpty();
    }

    @Test
    void theWaysToTheOtherListsKeepClusterAndNamespace() {
        var view = view(LiveLinks.WORKLOADS, "namespace", "shop");
        eventually(() -> assertThat(
                        find(LiveTabs.class, view).single().getElement().getOuterHTML())
                .contains(LiveLinks.NODES + "?cluster=" + cluster.id() + "&amp;namespace=shop", "aria-current"));
    }

    @Test
    void aListIsExportedAsItIsFilteredAndNeverAsAFormula() {
        var sheet = new WorkloadSheet(clock);
        var view = view(LiveLinks.WORKLOADS, "namespace", "shop");
        eventually(() ->
                assertThat(Lists.<WorkloadRow>row(view, "web").counts().ready()).isEqualTo(2));
        var csv = new String(
                LiveCsv.write(sheet, Lists.<WorkloadRow>rows(view).toList(), row -> "=live"), StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("cluster,namespace,workload,kind,wanted,ready,updated,created,image,reason,words");
        assertThat(csv).contains("'=live,shop,web,Deployment,3,2,2,", "registry.example/web:1.4");
    }
}

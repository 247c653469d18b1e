package ai.hexabase.console.cluster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.LiveUpdates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterReadingsTest extends ScreenTest {
    private static final ClusterCapacity ONE_NODE = new ClusterCapacity(
            List.of(new ClusterCapacity.Node(
                    "node-1", null, true, true, 4000, 16_000_000_000L, 110, 500, 1_000_000_000L, 3, Map.of())),
            Instant.parse("2026-11-24T12:00:00Z"));

    /** Shows its nodes and fails in the same moment when asked for permissions. */
    private static final class HalfSilent implements ClusterReadings.Source {
        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public ClusterCapacity capacity() {
            return ONE_NODE;
        }

        @Override
        public List<AccessAnswer> access() {
            throw new ProblemException(Problem.of("kube-timed-out", "https://10.0.0.5:6443"));
        }
    }

    @Test
    void permissionsThatCannotBeReadHideNoNodes() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        var page = new Div();
        UI.getCurrent().add(page);
        var readings = new ClusterReadings(new HalfSilent(), LiveUpdates.of(page));
        page.add(readings.parts());
        readings.load();
        eventually(() -> assertThat(page.getElement().getTextRecursively())
                .contains("cores requested", "https://10.0.0.5:6443"));
    }
}

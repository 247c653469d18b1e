package ai.hexabase.console.installation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.profile.Supply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetTest {
    private static ClusterCapacity.Node node(String name, @Nullable String zone, boolean ready, boolean schedulable) {
        return new ClusterCapacity.Node(
                name, zone, ready, schedulable, 8000, 1L << 35, 110, 500, 1L << 30, 3, Map.of());
    }

    private final Target target = new Target(new ClusterCapacity(
            List.of(
                    node("a", "zone-b", true, true),
                    node("b", "zone-a", true, true),
                    node("c", null, true, true),
                    node("lost", "zone-c", false, true),
                    node("cordoned", "zone-d", true, false)),
            Instant.EPOCH));

    @Test
    void onlyNodesThatTakePodsCount() {
        assertThat(target.supply()).isEqualTo(new Supply(24_000, 3L << 35, 1_500, 3L << 30));
        assertThat(target.usableNodes()).extracting(ClusterCapacity.Node::name).containsExactly("a", "b", "c");
    }

    @Test
    void zonesAreThoseOfUsableNodes() {
        assertThat(target.zones()).containsExactly("zone-a", "zone-b");
    }
}

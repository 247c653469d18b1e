package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodReason;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveListTest {
    private static final ClusterId CLUSTER = ClusterId.random();
    private static final Grouping<PodRow> BY_NODE = Grouping.by("node", PodRow::node);

    private static PodRow pod(int number, int restarts) {
        return new PodRow(
                CLUSTER,
                "shop",
                "pod-%05d".formatted(number),
                "uid-" + number,
                String.valueOf(restarts),
                new Workload("Pod", "p"),
                "Running",
                1,
                1,
                restarts,
                null,
                "n" + number % 3,
                null,
                new PodReason(Health.OK, Message.of("status.pod.running"), null));
    }

    private static List<PodRow> pods(int count) {
        return IntStream.range(0, count).mapToObj(number -> pod(number, 0)).toList();
    }

    private static Set<Object> all(LiveList<PodRow> list) {
        return Set.copyOf(list.groups().stream().map(LiveGroup::key).toList());
    }

    @Test
    void anyPartOfTheLinesIsWhatStandsThereInTheWhole() {
        var list = LiveList.of(pods(10), BY_NODE, null);
        var whole = list.lines(all(list), 0, Integer.MAX_VALUE);
        assertThat(whole).hasSize(13).hasSize(list.lines(all(list)));
        for (var from = 0; from < 14; from++) {
            for (var most = 0; most < 14; most++) {
                assertThat(list.lines(all(list), from, most))
                        .isEqualTo(whole.subList(Math.min(13, from), Math.min(13, from + most)));
            }
        }
        assertThat(list.lines(Set.of(), 0, 100))
                .as("closed groups")
                .allMatch(LiveLine::isGroup)
                .hasSize(3);
    }

    @Test
    void onlyLinesThatLookDifferentAreDrawnAgain() {
        var rows = new ArrayList<>(pods(9));
        var before = LiveList.of(List.copyOf(rows), BY_NODE, null);
        rows.set(4, pod(4, 7));
        var after = LiveList.of(List.copyOf(rows), BY_NODE, null);
        assertThat(after.changedSince(before))
                .hasValueSatisfying(changed -> assertThat(changed)
                        .singleElement()
                        .extracting(LiveLine::row)
                        .isEqualTo(rows.get(4)));
        rows.remove(4);
        assertThat(LiveList.of(rows, BY_NODE, null).changedSince(after))
                .as("a line went")
                .isEmpty();
    }

    @Test
    void aChangeThatMovesALineDrawsTheWholeListAgain() {
        var rows = new ArrayList<>(pods(9));
        var byRestarts = Comparator.comparing(PodRow::restarts).reversed();
        var before = LiveList.of(List.copyOf(rows), Grouping.none(), byRestarts);
        rows.set(4, pod(4, 7));
        var after = LiveList.of(List.copyOf(rows), Grouping.none(), byRestarts);
        assertThat(after.lines(Set.of(), 0, 1).getFirst().row()).isEqualTo(rows.get(4));
        assertThat(after.changedSince(before)).isEmpty();
    }
}

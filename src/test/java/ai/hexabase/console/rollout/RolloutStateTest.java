package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RolloutStateTest {
    @Test
    void onlyTheseTransitionsExist() {
        var found = Arrays.stream(RolloutState.values())
                .flatMap(from -> Arrays.stream(RolloutState.values())
                        .filter(from::canBecome)
                        .map(to -> from + " -> " + to))
                .toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "RUNNING -> PAUSING",
                        "PAUSING -> PAUSED",
                        "PAUSING -> RUNNING",
                        "PAUSING -> CANCELLING",
                        "PAUSING -> FAILED",
                        "PAUSING -> DONE",
                        "PAUSED -> RUNNING",
                        "PAUSED -> CANCELLED",
                        "RUNNING -> CANCELLING",
                        "RUNNING -> FAILED",
                        "RUNNING -> DONE",
                        "CANCELLING -> CANCELLED",
                        "FAILED -> RUNNING",
                        "FAILED -> CANCELLED");
    }

    @Test
    void whatIsOverNeverChangesAgain() {
        assertThat(Arrays.stream(RolloutState.values()).filter(RolloutState::isOver))
                .containsExactly(RolloutState.CANCELLED, RolloutState.DONE);
    }
}

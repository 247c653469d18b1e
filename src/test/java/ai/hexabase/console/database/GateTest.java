package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.common.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class GateTest {
    @Test
    void whoComesWhileTheDatabaseIsMovedWaitsUntilItIsOver() throws Exception {
        var gate = new Gate(Duration.ofMinutes(5));
        gate.pass();
        gate.shut();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var passing = people.submit(() -> {
                gate.pass();
                return "passed";
            });
            assertThat(passing.isDone()).isFalse();
            gate.open();
            await().until(passing::isDone);
            assertThat(passing.get()).isEqualTo("passed");
        }
    }

    @Test
    void whoWaitsTooLongIsToldWhy() {
        var gate = new Gate(Duration.ofMillis(20));
        gate.shut();
        assertThatThrownBy(gate::pass)
                .isInstanceOf(SQLException.class)
                .satisfies(told ->
                        assertThat(DatabaseTrouble.in(told)).map(Problem::code).contains("database-moving"));
    }
}

package ai.hexabase.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet never outlives its test, and cleaning up never hits anybody else. */
class LeftoversIT {
    @Test
    void nothingRunsOnAfterAKilledTest() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process test = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), OpenFleet.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(test.getInputStream(), StandardCharsets.UTF_8));
        List<ProcessHandle> started = output.readLine()
                .lines()
                .map(Long::parseLong)
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        assertThat(started).isNotEmpty().allMatch(ProcessHandle::isAlive);
        test.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(started).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void onlyTheRecordedProcessIsEnded(@TempDir Path folder) throws Exception {
        Process own = new ProcessBuilder("sleep", "600").start();
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            Ledger ledger = Ledger.detached(folder.resolve("run"));
            ledger.record(own.toHandle(), "sleep");
            ledger.record(foreign.toHandle(), "etcd");
            ledger.endAll();
            assertThat(own.isAlive()).isFalse();
            assertThat(foreign.isAlive()).isTrue();
            assertThat(folder.resolve("run")).doesNotExist();
        } finally {
            own.destroyForcibly();
            foreign.destroyForcibly();
        }
    }

    /** Opens a fleet, prints the number of its etcd's process and waits to be killed. */
    static final class OpenFleet {
        private OpenFleet() {}

        public static void main(String[] arguments) throws Exception {
            Fleet.open();
            ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}

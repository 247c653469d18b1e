package ai.hexabase.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet never outlives its test, and cleaning up never hits anybody else. */
class LeftoversIT {
    @Test
    void nothingRunsOnAfterAKilledTest() throws Exception {
        Process test = started(OpenFleet.class);
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
    void nothingOfARealNodeIsLeftAfterAKilledTest() throws Exception {
        assumeThat(RealNode.missing()).isEmpty();
        Process test = started(OpenNode.class);
        var output = new BufferedReader(new InputStreamReader(test.getInputStream(), StandardCharsets.UTF_8));
        var folder = Path.of(output.readLine());
        List<String> machines = Files.readAllLines(folder.resolve("machines"));
        List<ProcessHandle> inside = test.descendants().toList();
        assertThat(inside).hasSizeGreaterThan(10);
        assertThat(machines)
                .allSatisfy(name -> assertThat(ControlGroups.of(name)).isNotEmpty());
        test.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(inside).noneMatch(ProcessHandle::isAlive));
        Ledger.ofThisJvm().endAll();
        assertThat(folder).doesNotExist();
        assertThat(machines)
                .allSatisfy(name -> assertThat(ControlGroups.of(name)).isEmpty());
    }

    private static Process started(Class<?> program) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), program.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

    /** Opens a real node, prints its working folder and waits to be killed. */
    static final class OpenNode {
        private OpenNode() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(RealNode.open().folder());
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}

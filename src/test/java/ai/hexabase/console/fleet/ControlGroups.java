package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that machines have below the host's control groups: all that is left of one outside its own namespaces. */
final class ControlGroups {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private ControlGroups() {}

    /** Whether the hierarchies are there in which a machine gets its groups. */
    static boolean usable() {
        return Stream.of("cpu", "cpuset", "memory", "pids")
                .allMatch(name -> Files.isWritable(ROOT.resolve(name))
                        && Files.exists(ROOT.resolve(name).resolve("tasks")));
    }

    static List<Path> of(String machine) {
        try (Stream<Path> hierarchies = Files.list(ROOT)) {
            return hierarchies
                    .map(hierarchy -> hierarchy.resolve(machine))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a dead machine's groups; the kernel takes a moment to let go of the last processes. */
    static void remove(String machine) {
        Waiting.until(
                Duration.ofSeconds(20),
                () -> of(machine).stream().filter(ControlGroups::stays).toList().isEmpty(),
                () -> "control groups of " + machine + " cannot be removed: " + of(machine));
    }

    private static boolean stays(Path group) {
        // only folders can be removed; their files belong to the kernel
        try (Stream<Path> folders = Files.walk(group).filter(Files::isDirectory)) {
            for (Path folder : folders.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(folder);
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            return Files.exists(group);
        }
    }
}

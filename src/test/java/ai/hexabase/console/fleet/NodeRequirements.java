package ai.hexabase.console.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a real node asks of the machine it runs on. */
final class NodeRequirements {
    private static final List<String> TOOLS = List.of("unshare", "nsenter", "setpriv", "ip", "mount", "apt-get");

    private NodeRequirements() {}

    /** Why no real node can run here, in words for whoever reads the test's log; empty when it can. */
    static Optional<String> missing() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("a real node needs Linux");
        }
        if (!Command.run(new ProcessBuilder("/usr/bin/id", "-u"), "", Duration.ofSeconds(10), "id")
                .output()
                .strip()
                .equals("0")) {
            return Optional.of("a real node needs root");
        }
        for (String tool : TOOLS) {
            if (!isThere(tool)) {
                return Optional.of("a real node needs the program " + tool);
            }
        }
        if (!ControlGroups.usable()) {
            return Optional.of(
                    "a real node needs the control groups of version 1 (cpu, cpuset, memory, pids) to be mounted"
                            + " writable below /sys/fs/cgroup");
        }
        var namespaces =
                new ProcessBuilder("/usr/bin/unshare", "--fork", "--pid", "--mount-proc", "--net", "/bin/true");
        KubectlResult tried = Command.run(namespaces, "", Duration.ofSeconds(10), "unshare");
        return tried.ok()
                ? Optional.empty()
                : Optional.of("a real node needs namespaces, and unshare says: "
                        + tried.errors().strip());
    }

    private static boolean isThere(String tool) {
        return List.of("/usr/bin/", "/usr/sbin/").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder + tool)));
    }
}

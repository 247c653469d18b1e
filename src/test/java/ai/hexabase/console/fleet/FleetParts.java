package ai.hexabase.console.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Built binaries and definitions; the scripts beside {@code src/test/fleet/build.sh} make what is missing. */
record FleetParts(Path sources, Path built) {
    /** The parts of control planes with simulated nodes. */
    static FleetParts prepare() {
        return built("build.sh");
    }

    /** The parts that a real node needs beside them. */
    static FleetParts prepareNode() {
        return built("build-node.sh");
    }

    private static FleetParts built(String script) {
        Path sources =
                Path.of(System.getProperty("fleet.sources", "src/test/fleet")).toAbsolutePath();
        var builder = new ProcessBuilder("/bin/sh", sources.resolve(script).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0 || lines.isEmpty()) {
                throw new FleetException(
                        sources.resolve(script) + " could not build the fleet's parts; its own words are above");
            }
            return new FleetParts(sources, Path.of(lines.getLast()));
        } catch (IOException e) {
            throw new FleetException("the fleet's parts cannot be prepared", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("interrupted while the fleet's parts were prepared", e);
        }
    }

    String binary(String name) {
        return built.resolve("bin").resolve(name).toString();
    }

    /** A definition copied out of a Go module at build time. */
    String shared(String name) {
        return read(built.resolve("share").resolve(name));
    }

    /** A definition of our own beside the build script. */
    String own(String name) {
        return read(sources.resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FleetException("the fleet lacks " + file, e);
        }
    }
}

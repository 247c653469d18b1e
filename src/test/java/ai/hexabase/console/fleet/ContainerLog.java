package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the simulated containers of one cluster write, in the format of the container runtime interface. */
record ContainerLog(Path file, Clock clock) {
    // the format demands nine digits after the second
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    ContainerLog {
        List.of("starting", "configuration read", "listening on 8443", "ready")
                .forEach(line -> append(file, clock, line));
    }

    void add(String line) {
        append(file, clock, line);
    }

    private static void append(Path file, Clock clock, String line) {
        try {
            String written = TIME.format(clock.instant()) + " stdout F " + line + "\n";
            Files.writeString(file, written, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

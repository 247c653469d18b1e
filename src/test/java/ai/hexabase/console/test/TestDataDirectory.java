package ai.hexabase.console.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each console of the tests a fresh data directory; the database need not survive a power cut. */
public class TestDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-data"));
            var directory = Files.createTempDirectory(parent, "console-").toAbsolutePath();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test data directory",
                            Map.of(
                                    "console.data-dir",
                                    directory.toString(),
                                    "console.database.durable",
                                    "false",
                                    "console.practice.pace",
                                    "10",
                                    // unpacked once for all tests
                                    "console.database.binaries",
                                    Path.of("target", "postgres-binaries")
                                            .toAbsolutePath()
                                            .toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

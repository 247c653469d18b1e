package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * Halves the start of consoles that are killed again and again: the first one, which must end in good order, leaves a
 * cache of its loaded classes behind (JEP 514), and the others begin with that. Such a cache wants jars, no folders.
 */
record QuickStart(String classPath, Path cache) {
    static QuickStart in(Path folder) {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(part -> Files.isDirectory(part) ? jar(part, folder) : part)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return new QuickStart(classPath, folder.resolve("console.aot"));
    }

    private static Path jar(Path classes, Path folder) {
        var jar = folder.resolve(classes.getFileName() + ".jar");
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(tool.run(System.out, System.err, "--create", "--file", "" + jar, "-C", "" + classes, "."))
                .isZero();
        return jar;
    }

    /** Options of the virtual machine. */
    List<String> options() {
        return List.of((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache, "-cp", classPath);
    }
}

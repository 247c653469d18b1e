package ai.hexabase.console.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small disk in memory that can be filled to the last byte; only root on Linux can mount one. */
record Disk(Path path) implements AutoCloseable {
    private static final int PIECE = 1024 * 1024;

    /** Null where it cannot be mounted. */
    static @Nullable Disk mounted(Path path, String size) throws IOException, InterruptedException {
        Files.createDirectories(path);
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString()) ? new Disk(path) : null;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    void fill() throws IOException {
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var size = PIECE; size > 0; size /= 2) {
                writeWhileThereIsRoom(file, size);
            }
        }
    }

    private static void writeWhileThereIsRoom(FileChannel file, int size) {
        try {
            while (true) {
                file.write(ByteBuffer.allocate(size));
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }

    void empty() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    List<String> files() throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() throws InterruptedException {
        // lazily: a server that is still ending may have files open
        run("umount", "-l", path.toString());
    }
}

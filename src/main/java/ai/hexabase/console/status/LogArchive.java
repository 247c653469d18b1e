package ai.hexabase.console.status;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Several logs as one ZIP, a file for each container, one after the other straight from the cluster. */
record LogArchive(LivePods pods, LogWish wish) {
    /** Of each log the newest so many lines. */
    static final int MOST_LINES = 100_000;

    void write(Map<LogOrigin, PodRow> logs, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var log : logs.entrySet()) {
            zip.putNextEntry(new ZipEntry(log.getKey().pod() + "/"
                    + log.getKey().container() + (wish.previous() ? ".previous" : "") + ".log"));
            copy(log.getKey(), log.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private void copy(LogOrigin origin, PodRow pod, ZipOutputStream zip) throws IOException {
        var writer = new Writer(zip);
        var options = new LogOptions(origin.container(), false, wish.previous(), MOST_LINES, wish.since());
        try (var stream = pods.log(pod, options, writer)) {
            writer.done.join();
        } catch (ProblemException failed) {
            writer.ended(failed.problem());
        }
        if (writer.failure != null) {
            throw writer.failure.getCause();
        }
    }

    /** A log that cannot be read says so in its file, in the cluster's words. */
    private static final class Writer implements LogListener {
        private final ZipOutputStream zip;
        private final CompletableFuture<Object> done = new CompletableFuture<>();
        private @Nullable UncheckedIOException failure;

        Writer(ZipOutputStream zip) {
            this.zip = zip;
        }

        @Override
        public void line(String line) {
            if (failure != null) {
                return;
            }
            try {
                zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                failure = new UncheckedIOException(broken);
                done.complete(true);
            }
        }

        @Override
        public void ended(@Nullable Problem problem) {
            if (problem != null) {
                line("# not readable: " + problem.code() + " " + problem.words());
            }
            done.complete(true);
        }
    }
}

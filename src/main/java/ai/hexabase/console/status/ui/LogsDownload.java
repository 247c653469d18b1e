package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.ManyLogs;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several logs to take along: the lines on the page as one file, or all that the cluster still has as a ZIP. */
final class LogsDownload {
    private LogsDownload() {}

    static Anchor lines(LogsModel model, Supplier<LogView> log) {
        var handler = DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(text(log.get()).getBytes(StandardCharsets.UTF_8)),
                model.name() + ".log",
                "text/plain; charset=utf-8",
                -1));
        return link(handler, "status.logs.download.lines");
    }

    static Anchor archive(LogsModel model, Supplier<@Nullable ManyLogs> open) {
        DownloadHandler handler = event -> {
            event.setFileName(model.name() + "-logs.zip");
            event.setContentType("application/zip");
            var logs = open.get();
            try (var out = event.getOutputStream()) {
                if (logs != null) {
                    logs.archive(out);
                }
            }
        };
        return link(handler, "status.logs.download.archive");
    }

    private static Anchor link(DownloadHandler handler, String key) {
        var link = new Anchor(handler, "");
        link.add(Icons.DOWNLOAD.create());
        link.add(Texts.get(key));
        link.addClassName("hx-button");
        return link;
    }

    private static String text(LogView log) {
        return log.lines().stream().map(LogsDownload::text).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(LogLine line) {
        return String.join(" ", line.time(), line.source(), line.level(), line.text());
    }
}

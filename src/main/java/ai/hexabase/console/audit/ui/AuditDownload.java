package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.audit.Export;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Takes the entries along that the filters let through. */
final class AuditDownload extends Anchor {
    enum Format {
        CSV("audit.csv", "text/csv; charset=utf-8", "audit.download.csv"),
        JSON_LINES("audit.jsonl", "application/jsonl", "audit.download.json-lines");

        final String file;
        final String type;
        final String key;

        Format(String file, String type, String key) {
            this.file = file;
            this.type = type;
            this.key = key;
        }
    }

    AuditDownload(Export export, Supplier<EntryQuery> query, Format format) {
        super(handler(export, query, format), "");
        add(Icons.DOWNLOAD.create());
        add(Texts.get(format.key));
        addClassName("hx-button");
    }

    /** Written as it is read, for a record may be long. */
    private static DownloadHandler handler(Export export, Supplier<EntryQuery> query, Format format) {
        return event -> {
            event.setFileName(format.file);
            event.setContentType(format.type);
            try (var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                switch (format) {
                    case CSV -> export.csv(query.get(), out);
                    case JSON_LINES -> export.jsonLines(query.get(), out);
                }
            }
        };
    }
}

package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;

/** Downloads the rows shown as a table. */
final class LiveExport extends Anchor {
    <R extends LiveRow> LiveExport(Sheet<R> sheet, LiveModel<R> model) {
        super(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(
                                LiveCsv.write(sheet, model.shown().rows(), row -> model.name(row.cluster()))),
                        sheet.name() + ".csv",
                        "text/csv; charset=utf-8",
                        -1)),
                "");
        add(Icons.DOWNLOAD.create());
        add(Texts.get("status.export"));
        addClassNames("hx-button", "hx-wide-only");
    }
}

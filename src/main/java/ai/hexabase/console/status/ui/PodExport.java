package ai.hexabase.console.status.ui;

import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;

/** Downloads the pods shown as a table. */
final class PodExport extends Anchor {
    PodExport(PodsModel model) {
        super(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(PodsCsv.write(model.shown(), row -> model.name(row.cluster()))),
                        "pods.csv",
                        "text/csv; charset=utf-8",
                        -1)),
                "");
        add(Icons.DOWNLOAD.create());
        add(Texts.get("status.export"));
        addClassNames("hx-button", "hx-wide-only");
    }
}

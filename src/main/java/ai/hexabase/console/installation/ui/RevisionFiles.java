package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.NamedRevision;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A revision as files for other tools; each is made when it is asked for. */
final class RevisionFiles extends Panel {
    private final transient Exports exports;
    private final transient NamedRevision revision;
    private final UnorderedList files = new UnorderedList();

    RevisionFiles(Exports exports, NamedRevision revision) {
        super(Texts.get("revision.files"));
        this.exports = exports;
        this.revision = revision;
        files.addClassName("hx-files");
        var id = revision.installation();
        var number = revision.number();
        add(
                "yaml",
                ".yaml",
                "application/yaml",
                () -> utf8(exports.objects(id, number).yaml()));
        add(
                "kustomize",
                "-kustomize.zip",
                "application/zip",
                () -> exports.objects(id, number).kustomization());
        add("settings", "-settings.yaml", "application/yaml", () -> utf8(exports.settingsFile(id, number)));
        padded(files);
        secrets();
    }

    private void secrets() {
        var secrets =
                exports.objects(revision.installation(), revision.number()).secretsLeftOut();
        if (!secrets.isEmpty()) {
            padded(new Span(Texts.get("revision.files.secrets", String.join(", ", secrets))));
        }
    }

    private void add(String what, String ending, String type, Supplier<byte[]> content) {
        var name = revision.name() + "-" + revision.number() + ending;
        var link = new Anchor(
                DownloadHandler.fromInputStream(
                        event -> new DownloadResponse(new ByteArrayInputStream(content.get()), name, type, -1)),
                "");
        link.add(Icons.DOWNLOAD.create());
        link.add(Texts.get("revision.files." + what));
        link.addClassName("hx-file");
        var remark = new Span(Texts.get("revision.files." + what + ".for"));
        remark.addClassName("hx-remark");
        files.add(new ListItem(link, remark));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package ai.hexabase.console.installation.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OneFileUpload;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.StandardCharsets;

/** Takes a settings file and goes on in the wizard with what it says; what is no such file is told here. */
final class SettingsFileDialog extends Dialog {
    private static final int MAX_BYTES = 256 * 1024;

    private final transient Installations installations;
    private final transient Exports exports;
    private final Div trouble = new Div();

    SettingsFileDialog(Installations installations, Exports exports) {
        this.installations = installations;
        this.exports = exports;
        setHeaderTitle(Texts.get("revision.import.title"));
        addClassName("hx-confirmation");
        setWidth("520px");
        var content = new Div(new Paragraph(Texts.get("revision.import.words")), upload(), trouble);
        content.addClassName("hx-dialog-column");
        add(content);
        getFooter().add(Layouts.plain(Texts.get("uikit.cancel"), this::close));
    }

    private OneFileUpload upload() {
        var upload = new OneFileUpload(MAX_BYTES, this::read);
        upload.setDropLabel(new Span(Texts.get("revision.import.drop")));
        upload.label(Texts.get("revision.import.choose"));
        upload.addFileRejectedListener(rejected -> tell(Problem.of("settings-file-too-large", MAX_BYTES / 1024)));
        return upload;
    }

    void read(byte[] bytes) {
        try {
            var imported = exports.imported(new String(bytes, StandardCharsets.UTF_8));
            var draft = installations.draftOf(imported.settings(), imported.decisions());
            close();
            UI.getCurrent().navigate(InstallationLinks.draft(draft.id(), 1));
        } catch (ProblemException refused) {
            tell(refused.problem());
        }
    }

    private void tell(Problem problem) {
        trouble.removeAll();
        trouble.add(new ProblemNotice(problem));
    }
}

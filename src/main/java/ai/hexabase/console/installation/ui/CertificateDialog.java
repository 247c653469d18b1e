package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OneFileUpload;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a certificate with its chain and its key, pasted or as files; the key leaves the page when it closes. */
final class CertificateDialog extends Dialog {
    private static final int MOST_BYTES = 64 * 1024;

    private final transient Certificates certificates;
    private final transient Consumer<KeptCertificate> taken;
    private final TextArea chain = area("certificate.chain");
    private final TextArea key = area("certificate.private-key");
    private final Div trouble = new Div();

    CertificateDialog(Certificates certificates, Consumer<KeptCertificate> taken) {
        this.certificates = certificates;
        this.taken = taken;
        setHeaderTitle(Texts.get("certificate.give.title"));
        setWidth("640px");
        var content = new Div(
                new Paragraph(Texts.get("certificate.give.words")),
                chain,
                upload(chain, "certificate.chain.upload"),
                key,
                upload(key, "certificate.private-key.upload"),
                trouble);
        content.addClassName("hx-dialog-column");
        add(content);
        getFooter()
                .add(
                        Layouts.plain(Texts.get("uikit.cancel"), this::close),
                        Layouts.primary(Texts.get("certificate.keep"), this::keep));
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                key.clear();
            }
        });
    }

    private static TextArea area(String text) {
        var area = new TextArea(Texts.get(text));
        area.setHelperText(Texts.get(text + ".help"));
        area.setWidthFull();
        area.setMinRows(4);
        area.setMaxRows(7);
        area.setMaxLength(MOST_BYTES);
        area.addClassName("hx-mono-area");
        area.getElement().setAttribute("autocomplete", "off");
        area.getElement().setAttribute("spellcheck", "false");
        return area;
    }

    private static Component upload(TextArea area, String text) {
        var upload = new OneFileUpload(MOST_BYTES, bytes -> area.setValue(new String(bytes, StandardCharsets.UTF_8)));
        upload.setDropAllowed(false);
        upload.label(Texts.get(text));
        return upload;
    }

    void keep() {
        trouble.removeAll();
        try {
            taken.accept(certificates.keep(chain.getValue(), key.getValue()));
            close();
        } catch (ProblemException refused) {
            trouble.add(new ProblemNotice(refused.problem()));
        }
    }
}

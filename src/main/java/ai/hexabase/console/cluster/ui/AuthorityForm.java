package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.kube.TlsReport;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OneFileUpload;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Shows the chain a server sent with the link that is missing, and takes the authority to trust. */
final class AuthorityForm extends Panel {
    private static final int MAX_BYTES = 64 * 1024;

    private final TextArea pem = new TextArea();
    private final transient Consumer<String> onTrust;

    AuthorityForm(TlsReport tls, Consumer<String> onTrust) {
        super(Texts.get("cluster.authority.title"));
        this.onTrust = onTrust;
        addClassName("hx-authority");
        pem.setLabel(Texts.get("cluster.authority.pem"));
        pem.setHelperText(Texts.get("cluster.authority.help"));
        pem.setWidthFull();
        pem.setMinRows(5);
        pem.setMaxLength(MAX_BYTES);
        pem.addClassName("hx-mono-area");
        padded(
                new Paragraph(Texts.get("cluster.authority.text")),
                chain(tls),
                pem,
                upload(),
                Layouts.primary(Texts.get("cluster.authority.trust"), this::trust));
    }

    private static Component chain(TlsReport tls) {
        var chain = new OrderedList();
        chain.addClassName("hx-chain");
        for (var certificate : tls.chain()) {
            var words = new Div(
                    new Code(certificate.subject()),
                    remark(Texts.get(
                            "cluster.authority.certificate",
                            certificate.issuer(),
                            Formats.date(certificate.notAfter(), ReaderZone.get()))),
                    remark(Texts.get("cluster.authority.fingerprint", certificate.sha256())));
            chain.add(new ListItem(Status.OK.shape(), words));
        }
        var missing =
                new Div(new Code(String.valueOf(tls.missingIssuer())), remark(Texts.get("cluster.authority.missing")));
        chain.add(new ListItem(Status.FAILED.shape(), missing));
        return chain;
    }

    private static Span remark(String text) {
        var remark = new Span(text);
        remark.addClassName("hx-remark");
        return remark;
    }

    private OneFileUpload upload() {
        var upload = new OneFileUpload(MAX_BYTES, bytes -> pem.setValue(new String(bytes, StandardCharsets.UTF_8)));
        upload.setDropAllowed(false);
        upload.label(Texts.get("cluster.authority.upload"));
        return upload;
    }

    private void trust() {
        if (Kubeconfigs.holdsCertificates(pem.getValue())) {
            pem.setInvalid(false);
            onTrust.accept(pem.getValue());
        } else {
            pem.setErrorMessage(Texts.get("cluster.authority.no-certificate"));
            pem.setInvalid(true);
        }
    }
}

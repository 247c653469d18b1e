package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The field of a certificate: what is known of the one that is kept, and the way to another one. */
final class CertificateBox extends Div implements HasValidation {
    private final transient SettingTools tools;
    private final transient Consumer<String> changed;
    private final Div facts = new Div();
    private final Div trouble = new Div();
    private final Div ways = new Div();
    private transient @Nullable Settings settings;

    CertificateBox(SettingTools tools, Consumer<String> changed) {
        this.tools = tools;
        this.changed = changed;
        addClassName("hx-certificate");
        trouble.addClassName("hx-certificate-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        add(facts, trouble, ways);
    }

    void refresh(Settings now) {
        settings = now;
        facts.removeAll();
        var text = now.text(Setting.TLS_CERTIFICATE);
        var kept = find(text);
        if (kept != null) {
            facts.add(new CertificateFactsList(kept, tools.clock().instant()));
        }
        ways.removeAll();
        if (now.is(Setting.TLS_SOURCE, Setting.Words.SELF_MADE)) {
            ways.add(Layouts.small(Texts.get("certificate.make" + (kept == null ? "" : ".again")), this::make));
        } else {
            ways.add(Layouts.small(Texts.get("certificate.give" + (kept == null ? "" : ".again")), this::give));
        }
    }

    private @Nullable KeptCertificate find(String text) {
        return text.length() == 36
                ? tools.certificates().find(UUID.fromString(text)).orElse(null)
                : null;
    }

    private void make() {
        if (settings != null) {
            changed.accept(tools.installations().makeCertificate(settings));
        }
    }

    private void give() {
        new CertificateDialog(
                        tools.certificates(), kept -> changed.accept(kept.id().toString()))
                .open();
    }

    @Override
    public void setErrorMessage(String message) {
        trouble.setText(message);
    }

    @Override
    public String getErrorMessage() {
        return trouble.getText();
    }

    @Override
    public void setInvalid(boolean invalid) {
        trouble.setVisible(invalid);
    }

    @Override
    public boolean isInvalid() {
        return trouble.isVisible();
    }
}

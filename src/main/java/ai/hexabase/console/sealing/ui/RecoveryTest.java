package ai.hexabase.console.sealing.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.sealing.EncryptionKeys;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OneFileUpload;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.nio.charset.StandardCharsets;

/** Takes the copy of the key that somebody keeps elsewhere, and shows whether it opens what is sealed. */
final class RecoveryTest extends Div {
    private static final int MOST_BYTES = 4096;

    private final transient EncryptionKeys keys;
    private final transient Runnable changed;
    private final Div result = new Div();
    private final PasswordField copy = new PasswordField();

    RecoveryTest(EncryptionKeys keys, Runnable changed) {
        this.keys = keys;
        this.changed = changed;
        addClassName("hx-key-file");
        copy.setId("key-copy");
        copy.setLabel(Texts.get("sealing.recovery.copy"));
        copy.setMaxLength(MOST_BYTES);
        copy.setWidthFull();
        copy.setRevealButtonVisible(false);
        copy.setAutocomplete(Autocomplete.OFF);
        var upload = new OneFileUpload(MOST_BYTES, bytes -> test(new String(bytes, StandardCharsets.UTF_8)));
        upload.label(Texts.get("sealing.recovery.upload"));
        upload.setDropLabel(new Span(Texts.get("sealing.recovery.drop")));
        result.setWidthFull();
        result.getElement().setAttribute("aria-live", "polite");
        add(
                new Paragraph(Texts.get("sealing.recovery.text")),
                copy,
                Layouts.plain(Texts.get("sealing.recovery.test"), () -> test(copy.getValue())),
                upload,
                result);
        showLast();
    }

    private void showLast() {
        result.removeAll();
        result.add(KeyFacts.recovery(keys.current()));
    }

    private void test(String text) {
        copy.clear();
        try {
            keys.testRecovery(text);
            showLast();
            changed.run();
        } catch (ProblemException refused) {
            result.removeAll();
            result.add(new ProblemNotice(refused.problem()));
        }
    }

    /** After another key took over. */
    void refresh() {
        if (result.getChildren().noneMatch(ProblemNotice.class::isInstance)) {
            showLast();
        }
    }
}

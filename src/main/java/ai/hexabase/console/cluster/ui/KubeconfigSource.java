package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Kubeconfig;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.uikit.OneFileUpload;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a kubeconfig comes from: found on this machine, uploaded or pasted. */
final class KubeconfigSource {
    /** Told what the chosen source gives now: a kubeconfig, why it is none, or nothing yet. */
    interface Reader {
        void read(@Nullable Kubeconfig config, @Nullable Problem problem);
    }

    private enum Source {
        FOUND,
        UPLOAD,
        PASTE
    }

    private final Kubeconfigs kubeconfigs;
    private final Reader reader;
    private final List<Kubeconfigs.Found> found;
    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final RadioButtonGroup<Kubeconfigs.Found> files = new RadioButtonGroup<>();
    private final TextArea paste = new TextArea();
    private final OneFileUpload upload = new OneFileUpload(Kubeconfigs.MAX_BYTES, this::read);
    private boolean started;

    KubeconfigSource(Kubeconfigs kubeconfigs, Reader reader) {
        this.kubeconfigs = kubeconfigs;
        this.reader = reader;
        this.found = kubeconfigs.onThisMachine();
        buildSource();
        buildFiles();
        buildPaste();
        buildUpload();
    }

    Component[] parts() {
        return new Component[] {source, files, upload, paste};
    }

    /** Chooses the source that is most likely meant, and its only file. */
    void start() {
        source.setValue(found.isEmpty() ? Source.UPLOAD : Source.FOUND);
        if (found.size() == 1) {
            files.setValue(found.getFirst());
        }
        started = true;
    }

    /** Labels the fields in the reader's language. */
    void label() {
        source.setLabel(Texts.get("cluster.access.source"));
        source.setItemLabelGenerator(
                item -> Texts.get("cluster.access.source." + item.name().toLowerCase(Locale.ROOT)));
        files.setLabel(Texts.get("cluster.access.files"));
        paste.setLabel(Texts.get("cluster.access.paste"));
        paste.setHelperText(Texts.get("cluster.access.paste.help"));
        upload.setDropLabel(new Span(Texts.get("cluster.access.upload.drop")));
        upload.label(Texts.get("cluster.access.upload.choose"));
    }

    private void buildSource() {
        source.setItems(found.isEmpty() ? List.of(Source.UPLOAD, Source.PASTE) : List.of(Source.values()));
        source.addValueChangeListener(change -> {
            files.setVisible(change.getValue() == Source.FOUND);
            upload.setVisible(change.getValue() == Source.UPLOAD);
            paste.setVisible(change.getValue() == Source.PASTE);
            reread(change.getValue());
        });
    }

    /** What another source offered is no longer meant. */
    private void reread(Source from) {
        if (!started) {
            return;
        }
        reader.read(null, null);
        var file = files.getValue();
        if (from == Source.FOUND && file != null) {
            reader.read(file.config(), file.problem());
        } else if (from == Source.PASTE && !paste.isEmpty()) {
            read(paste.getValue());
        }
    }

    private void buildFiles() {
        files.setItems(found);
        files.addThemeName("vertical");
        files.setItemLabelGenerator(file -> file.file().toString());
        files.addValueChangeListener(change -> {
            var file = change.getValue();
            if (file != null) {
                reader.read(file.config(), file.problem());
            }
        });
    }

    private void buildPaste() {
        paste.setWidthFull();
        paste.setMaxLength(Kubeconfigs.MAX_BYTES);
        paste.setMinRows(8);
        paste.setMaxRows(14);
        paste.addClassName("hx-mono-area");
        paste.getElement().setAttribute("spellcheck", "false");
        paste.getElement().setAttribute("autocomplete", "off");
        paste.setValueChangeMode(ValueChangeMode.LAZY);
        paste.addValueChangeListener(change -> {
            if (!change.getValue().isBlank()) {
                read(change.getValue());
            }
        });
    }

    private void buildUpload() {
        upload.addFileRejectedListener(
                rejected -> reader.read(null, Problem.of("kubeconfig-too-large", Kubeconfigs.MAX_BYTES / 1024)));
    }

    private void read(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) {
        try {
            reader.read(kubeconfigs.read(bytes), null);
        } catch (ProblemException e) {
            reader.read(null, e.problem());
        }
    }
}

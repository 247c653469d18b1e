package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Kubeconfig;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a kubeconfig (found, uploaded or pasted), shows what is in it and lets one context be chosen. */
final class AccessForm extends Div implements LocaleChangeObserver {
    private enum Source {
        FOUND,
        UPLOAD,
        PASTE
    }

    private final transient Kubeconfigs kubeconfigs;
    private final transient Runnable onChange;
    private final transient List<Kubeconfigs.Found> found;
    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final RadioButtonGroup<Kubeconfigs.Found> files = new RadioButtonGroup<>();
    private final TextArea paste = new TextArea();
    private final Upload upload = new Upload();
    private final RadioButtonGroup<Kubeconfig.Context> contexts = new RadioButtonGroup<>();
    private final Div answer = new Div();
    private transient @Nullable Kubeconfig config;
    private transient @Nullable Problem unreadable;
    private boolean built;

    /** @param onChange called whenever {@link #access()} may have changed */
    AccessForm(Kubeconfigs kubeconfigs, Runnable onChange) {
        this.kubeconfigs = kubeconfigs;
        this.onChange = onChange;
        this.found = kubeconfigs.onThisMachine();
        addClassName("hx-access");
        answer.addClassName("hx-access-answer");
        buildSource();
        buildFiles();
        buildPaste();
        buildUpload();
        contexts.setRenderer(new ComponentRenderer<>(ContextLine::new));
        contexts.addThemeName("vertical");
        contexts.addValueChangeListener(change -> {
            answer();
            changed();
        });
        add(source, files, upload, paste, answer);
        source.setValue(found.isEmpty() ? Source.UPLOAD : Source.FOUND);
        if (found.size() == 1) {
            files.setValue(found.getFirst());
        }
        built = true;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        source.setLabel(Texts.get("cluster.access.source"));
        source.setItemLabelGenerator(
                item -> Texts.get("cluster.access.source." + item.name().toLowerCase(Locale.ROOT)));
        files.setLabel(Texts.get("cluster.access.files"));
        paste.setLabel(Texts.get("cluster.access.paste"));
        paste.setHelperText(Texts.get("cluster.access.paste.help"));
        upload.setDropLabel(new Span(Texts.get("cluster.access.upload.drop")));
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(Texts.get("cluster.access.upload.choose"))));
        contexts.setRenderer(new ComponentRenderer<>(ContextLine::new));
        answer();
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
        if (!built) {
            return;
        }
        show(null, null);
        var file = files.getValue();
        if (from == Source.FOUND && file != null) {
            show(file.config(), file.problem());
        } else if (from == Source.PASTE && !paste.isEmpty()) {
            read(paste.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whoever builds this form does not know it yet. */
    private void changed() {
        if (built) {
            onChange.run();
        }
    }

    private void buildFiles() {
        files.setItems(found);
        files.addThemeName("vertical");
        files.setItemLabelGenerator(file -> file.file().toString());
        files.addValueChangeListener(change -> {
            var file = change.getValue();
            if (file != null) {
                show(file.config(), file.problem());
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
                read(change.getValue().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void buildUpload() {
        upload.setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> read(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Kubeconfigs.MAX_BYTES);
        upload.addFileRejectedListener(
                rejected -> show(null, Problem.of("kubeconfig-too-large", Kubeconfigs.MAX_BYTES / 1024)));
    }

    /** The chosen context's access, when it is usable. */
    Optional<KubeAccess> access() {
        return usable().map(Kubeconfig.Usable::access);
    }

    /** A name to propose for the cluster: the context's, as far as a cluster may be called so. */
    String suggestedName() {
        var context = contexts.getValue();
        return context == null ? "" : suggestion(context.name());
    }

    static String suggestion(String context) {
        var name =
                context.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.length() > 63 ? name.substring(0, 63).replaceAll("-+$", "") : name;
    }

    private Optional<Kubeconfig.Usable> usable() {
        var context = contexts.getValue();
        return context != null && context.outcome() instanceof Kubeconfig.Usable usable
                ? Optional.of(usable)
                : Optional.empty();
    }

    void read(byte[] bytes) {
        try {
            show(kubeconfigs.read(bytes), null);
        } catch (ProblemException e) {
            show(null, e.problem());
        }
    }

    private void show(@Nullable Kubeconfig read, @Nullable Problem problem) {
        config = read;
        unreadable = problem;
        contexts.setItems(read == null ? List.of() : read.contexts());
        if (read != null) {
            contexts.setValue(read.preferred());
        }
        answer();
        changed();
    }

    /** Shows what was read, or why it could not be. */
    private void answer() {
        answer.removeAll();
        if (unreadable != null) {
            answer.add(new ProblemNotice(unreadable));
        }
        if (config != null) {
            contexts.setLabel(
                    Texts.get("cluster.access.context", config.contexts().size()));
            answer.add(contexts);
            var context = contexts.getValue();
            if (context != null && context.outcome() instanceof Kubeconfig.Refused refused) {
                refused.problems().forEach(problem -> answer.add(new ProblemNotice(problem)));
            }
        }
    }
}

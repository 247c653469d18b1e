package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Kubeconfig;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a kubeconfig, shows what is in it and lets one context be chosen. */
final class AccessForm extends Div implements LocaleChangeObserver {
    private final transient Runnable onChange;
    private final transient KubeconfigSource source;
    private final RadioButtonGroup<Kubeconfig.Context> contexts = new RadioButtonGroup<>();
    private final Div answer = new Div();
    private transient @Nullable Kubeconfig config;
    private transient @Nullable Problem unreadable;
    private boolean built;

    /** @param onChange called whenever {@link #access()} may have changed */
    AccessForm(Kubeconfigs kubeconfigs, Runnable onChange) {
        this.onChange = onChange;
        source = new KubeconfigSource(kubeconfigs, this::show);
        addClassName("hx-access");
        answer.addClassName("hx-access-answer");
        contexts.setRenderer(new ComponentRenderer<>(ContextLine::new));
        contexts.addThemeName("vertical");
        contexts.addValueChangeListener(change -> {
            answer();
            changed();
        });
        add(source.parts());
        add(answer);
        source.start();
        built = true;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        source.label();
        contexts.setRenderer(new ComponentRenderer<>(ContextLine::new));
        answer();
    }

    /** Whoever builds this form does not know it yet. */
    private void changed() {
        if (built) {
            onChange.run();
        }
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

    private static String suggestion(String context) {
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

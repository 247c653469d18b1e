package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.RegisteredCluster.Kind;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Locale;

/** The first step of a registration: of which kind the cluster is and, as its kind needs, how to reach it. */
final class AccessStep {
    private final Clusters clusters;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<String> shape = new RadioButtonGroup<>();
    private final AccessForm form;

    AccessStep(Clusters clusters, Kubeconfigs kubeconfigs, Runnable onKind, Runnable onAccess) {
        this.clusters = clusters;
        form = new AccessForm(kubeconfigs, onAccess);
        kind.setItems(Kind.REAL, Kind.PRACTICE, Kind.IN_CLUSTER);
        kind.setValue(Kind.REAL);
        kind.addValueChangeListener(change -> onKind.run());
        shape.setItems(clusters.practiceShapes());
        if (!clusters.practiceShapes().isEmpty()) {
            shape.setValue(clusters.practiceShapes().getFirst());
        }
    }

    Kind kind() {
        return kind.getValue();
    }

    void choose(Kind wanted) {
        kind.setValue(wanted);
    }

    /** Labels the choices in the reader's language. */
    void label() {
        kind.setLabel(Texts.get("cluster.kind"));
        kind.addThemeName("vertical");
        kind.setItemLabelGenerator(item -> Texts.get("cluster.kind." + key(item.name())));
        shape.setLabel(Texts.get("cluster.practice.shape"));
        shape.addThemeName("vertical");
        shape.setItemLabelGenerator(item -> Texts.get("practice.shape." + key(item)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Component> parts() {
        return switch (kind()) {
            case REAL -> List.of(kind, form);
            case PRACTICE -> List.of(kind, shape);
            case IN_CLUSTER -> List.of(kind);
        };
    }

    /** What was chosen, once it was. */
    String words() {
        return kind() == Kind.REAL
                ? form.access().map(found -> found.server().toString()).orElse("")
                : kind.getItemLabelGenerator().apply(kind());
    }

    /** What is still to be chosen, empty when nothing. */
    String missing() {
        return kind() == Kind.REAL && form.access().isEmpty() ? Texts.get("cluster.register.choose-context") : "";
    }

    /** How to reach a cluster of the kind {@link Kind#REAL}. */
    KubeAccess access() {
        return form.access().orElseThrow();
    }

    /** The size of a practice cluster. */
    String shape() {
        return shape.getValue();
    }

    String suggestedName() {
        return switch (kind()) {
            case REAL -> form.suggestedName();
            case PRACTICE -> "practice-" + (practiceCount() + 1);
            case IN_CLUSTER -> "this-cluster";
        };
    }

    private long practiceCount() {
        return clusters.list().stream().filter(RegisteredCluster::isPractice).count();
    }
}

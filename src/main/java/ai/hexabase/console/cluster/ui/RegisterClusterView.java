package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.RegisteredCluster.Kind;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.WizardShell;
import ai.hexabase.console.uikit.WizardStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registers a cluster: how to reach it, the test, its name and place. */
@Route(ClusterLinks.REGISTER)
@RouteAlias(ClusterLinks.REGISTER_PRACTICE)
@RolesAllowed("ADMIN")
class RegisterClusterView extends Page implements BeforeEnterObserver {
    private enum Step {
        ACCESS,
        TEST,
        PLACE
    }

    private final transient Clusters clusters;
    private final transient Kubeconfigs kubeconfigs;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final RadioButtonGroup<String> shape = new RadioButtonGroup<>();
    private final Div problems = new Div();
    private WizardShell shell = new WizardShell("");
    private AccessForm access;
    private TrialView trial;
    private SiteForm place;
    private Step step = Step.ACCESS;
    private transient @Nullable KubeAccess tried;

    RegisterClusterView(Clusters clusters, Kubeconfigs kubeconfigs) {
        this.clusters = clusters;
        this.kubeconfigs = kubeconfigs;
        access = new AccessForm(kubeconfigs, this::footer);
        trial = trial();
        place = new SiteForm();
        kind.setItems(Kind.REAL, Kind.PRACTICE, Kind.IN_CLUSTER);
        kind.setValue(Kind.REAL);
        kind.addValueChangeListener(change -> {
            step = Step.ACCESS;
            show();
        });
        shape.setItems(clusters.practiceShapes());
        if (!clusters.practiceShapes().isEmpty()) {
            shape.setValue(clusters.practiceShapes().getFirst());
        }
    }

    private TrialView trial() {
        return new TrialView(clusters, used -> {
            tried = used;
            footer();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (ClusterLinks.REGISTER_PRACTICE.equals(event.getLocation().getPath())) {
            kind.setValue(Kind.PRACTICE);
        }
    }

    @Override
    protected String title() {
        return Texts.get("cluster.register");
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("cluster.list.title"), ClusterLinks.LIST));
    }

    @Override
    protected void build() {
        edgeToEdge();
        kind.setLabel(Texts.get("cluster.kind"));
        kind.addThemeName("vertical");
        kind.setItemLabelGenerator(item ->
                Texts.get("cluster.kind." + item.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        shape.setLabel(Texts.get("cluster.practice.shape"));
        shape.addThemeName("vertical");
        shape.setItemLabelGenerator(item ->
                Texts.get("practice.shape." + item.toLowerCase(Locale.ROOT).replace('_', '-')));
        shell = new WizardShell(title());
        shell.next().addClickListener(click -> next());
        shell.back().addClickListener(click -> back());
        shell.later().setText(Texts.get("uikit.cancel"));
        shell.later().addClickListener(click -> UI.getCurrent().navigate(ClusterLinks.LIST));
        add(shell);
        show();
    }

    private void show() {
        problems.removeAll();
        shell.steps(steps());
        var parts = new ArrayList<Component>();
        parts.add(problems);
        switch (step) {
            case ACCESS -> parts.addAll(accessParts());
            case TEST -> parts.add(trial);
            case PLACE -> parts.add(place);
        }
        var key = "cluster.register." + step.name().toLowerCase(Locale.ROOT);
        shell.content(Texts.get(key + ".title"), Texts.get(key + ".lead"), parts.toArray(Component[]::new));
        footer();
    }

    private List<Component> accessParts() {
        return switch (kind.getValue()) {
            case REAL -> List.of(kind, access);
            case PRACTICE -> List.of(kind, shape);
            case IN_CLUSTER -> List.of(kind);
        };
    }

    private List<WizardStep> steps() {
        var steps = new ArrayList<WizardStep>();
        for (var each : Step.values()) {
            if (each != Step.TEST || kind.getValue() != Kind.PRACTICE) {
                steps.add(new WizardStep(
                        Texts.get("cluster.register." + each.name().toLowerCase(Locale.ROOT)),
                        chosen(each),
                        each.compareTo(step) < 0,
                        each == step,
                        ""));
            }
        }
        return steps;
    }

    private String chosen(Step each) {
        return switch (each) {
            case ACCESS ->
                step == Step.ACCESS
                        ? ""
                        : kind.getValue() == Kind.REAL
                                ? access.access()
                                        .map(found -> found.server().toString())
                                        .orElse("")
                                : kind.getItemLabelGenerator().apply(kind.getValue());
            case TEST, PLACE -> "";
        };
    }

    private void footer() {
        var reason = reason();
        shell.reason(reason);
        shell.next().setEnabled(reason.isEmpty());
        shell.next().setText(step == Step.PLACE ? Texts.get("cluster.register.save") : Texts.get("uikit.wizard.next"));
        shell.back().setEnabled(step != Step.ACCESS);
    }

    /** Why the way on is closed, empty when it is open. */
    private String reason() {
        return switch (step) {
            case ACCESS ->
                kind.getValue() == Kind.REAL && access.access().isEmpty()
                        ? Texts.get("cluster.register.choose-context")
                        : "";
            case TEST ->
                trial.report()
                        .map(report -> report.canSave() ? "" : Texts.get("cluster.register.test-failed"))
                        .orElseGet(() -> Texts.get("cluster.register.test-runs"));
            case PLACE -> "";
        };
    }

    private void back() {
        step = step == Step.PLACE && kind.getValue() != Kind.PRACTICE ? Step.TEST : Step.ACCESS;
        show();
    }

    private void next() {
        try {
            switch (step) {
                case ACCESS -> leaveAccess();
                case TEST -> enterPlace();
                case PLACE -> save();
            }
        } catch (ProblemException e) {
            if (!place.show(e.problem())) {
                problems.removeAll();
                problems.add(new ProblemNotice(e.problem()));
            }
        }
    }

    private void leaveAccess() {
        switch (kind.getValue()) {
            case PRACTICE -> enterPlace();
            case IN_CLUSTER -> test(KubeAccess.inCluster());
            case REAL -> test(access.access().orElseThrow());
        }
    }

    private void test(KubeAccess chosen) {
        step = Step.TEST;
        show();
        trial.start(chosen);
    }

    private void enterPlace() {
        place.suggest(
                switch (kind.getValue()) {
                    case REAL -> access.suggestedName();
                    case PRACTICE -> "practice-" + (practiceCount() + 1);
                    case IN_CLUSTER -> "this-cluster";
                });
        step = Step.PLACE;
        show();
    }

    private long practiceCount() {
        return clusters.list().stream().filter(RegisteredCluster::isPractice).count();
    }

    private void save() {
        var registered = switch (kind.getValue()) {
            case REAL -> clusters.register(place.name(), place.site(), Objects.requireNonNull(tried));
            case IN_CLUSTER -> clusters.registerInCluster(place.name(), place.site());
            case PRACTICE -> clusters.registerPractice(place.name(), place.site(), shape.getValue());
        };
        UI.getCurrent().navigate(ClusterLinks.details(registered.id()));
    }
}

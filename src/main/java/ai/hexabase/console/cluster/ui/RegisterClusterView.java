package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.RegisteredCluster.Kind;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.WizardShell;
import ai.hexabase.console.uikit.WizardStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
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
    private final Div problems = new Div();
    private final transient AccessStep access;
    private final TrialView trial;
    private final SiteForm place = new SiteForm();
    private WizardShell shell = new WizardShell("");
    private Step step = Step.ACCESS;
    private boolean fromSetup;
    private transient @Nullable KubeAccess tried;

    RegisterClusterView(Clusters clusters, Kubeconfigs kubeconfigs) {
        this.clusters = clusters;
        access = new AccessStep(clusters, kubeconfigs, this::kindChosen, this::footer);
        trial = new TrialView(clusters, used -> {
            tried = used;
            footer();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fromSetup = event.getLocation().getQueryParameters().getParameters().containsKey(SetupStep.PLACE);
        if (ClusterLinks.REGISTER_PRACTICE.equals(event.getLocation().getPath())) {
            access.choose(Kind.PRACTICE);
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
        access.label();
        shell = new WizardShell(title());
        shell.next().addClickListener(click -> next());
        shell.back().addClickListener(click -> back());
        shell.later().setText(Texts.get("uikit.cancel"));
        shell.later().addClickListener(click -> leave(ClusterLinks.LIST));
        add(shell);
        show();
    }

    private void kindChosen() {
        step = Step.ACCESS;
        show();
    }

    private void show() {
        problems.removeAll();
        shell.steps(steps());
        var parts = new ArrayList<Component>();
        parts.add(problems);
        switch (step) {
            case ACCESS -> parts.addAll(access.parts());
            case TEST -> parts.add(trial);
            case PLACE -> parts.add(place);
        }
        var key = "cluster.register." + step.name().toLowerCase(Locale.ROOT);
        shell.content(Texts.get(key + ".title"), Texts.get(key + ".lead"), parts.toArray(Component[]::new));
        footer();
    }

    private List<WizardStep> steps() {
        var steps = new ArrayList<WizardStep>();
        for (var each : Step.values()) {
            if (each != Step.TEST || access.kind() != Kind.PRACTICE) {
                steps.add(new WizardStep(
                        Texts.get("cluster.register." + each.name().toLowerCase(Locale.ROOT)),
                        each == Step.ACCESS && step != Step.ACCESS ? access.words() : "",
                        each.compareTo(step) < 0,
                        each == step,
                        ""));
            }
        }
        return steps;
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
            case ACCESS -> access.missing();
            case TEST ->
                trial.report()
                        .map(report -> report.canSave() ? "" : Texts.get("cluster.register.test-failed"))
                        .orElseGet(() -> Texts.get("cluster.register.test-runs"));
            case PLACE -> "";
        };
    }

    private void back() {
        step = step == Step.PLACE && access.kind() != Kind.PRACTICE ? Step.TEST : Step.ACCESS;
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
        switch (access.kind()) {
            case PRACTICE -> enterPlace();
            case IN_CLUSTER -> test(KubeAccess.inCluster());
            case REAL -> test(access.access());
        }
    }

    private void test(KubeAccess chosen) {
        step = Step.TEST;
        show();
        trial.start(chosen);
    }

    private void enterPlace() {
        place.suggest(access.suggestedName());
        step = Step.PLACE;
        show();
    }

    private void save() {
        var registered = switch (access.kind()) {
            case REAL -> clusters.register(place.name(), place.site(), Objects.requireNonNull(tried));
            case IN_CLUSTER -> clusters.registerInCluster(place.name(), place.site());
            case PRACTICE -> clusters.registerPractice(place.name(), place.site(), access.shape());
        };
        leave(ClusterLinks.details(registered.id()));
    }

    /** Whoever was sent here by the first-time setup is sent back there. */
    private void leave(String place) {
        UI.getCurrent().navigate(fromSetup ? SetupStep.path(ClusterSetupStep.ID) : place);
    }
}

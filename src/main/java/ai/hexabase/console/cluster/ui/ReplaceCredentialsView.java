package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a registered cluster new credentials, tried before they are saved; the old ones are never shown. */
@Route("clusters/:cluster/credentials")
@PermitAll
class ReplaceCredentialsView extends Page implements BeforeEnterObserver {
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final AccessForm access;
    private final TrialView trial;
    private final Div problems = new Div();
    private Button save = new Button();
    private transient @Nullable RegisteredCluster cluster;
    private transient @Nullable KubeAccess tried;

    ReplaceCredentialsView(Clusters clusters, Kubeconfigs kubeconfigs, ActingPerson person) {
        this.clusters = clusters;
        this.person = person;
        trial = new TrialView(clusters, used -> {
            tried = used;
            enable();
        });
        trial.setVisible(false);
        access = new AccessForm(kubeconfigs, this::chosen);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = RouteCluster.of(event, clusters);
        if (!person.may(Role.ADMIN, found.id())) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        cluster = found;
        if (isAttached()) {
            // What was tried was meant for the cluster before.
            chosen();
        }
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("cluster.credentials.replace");
    }

    @Override
    public List<Crumb> crumbs() {
        var shown = cluster;
        return shown == null
                ? List.of()
                : List.of(
                        new Crumb(Texts.get("cluster.list.title"), ClusterLinks.LIST),
                        new Crumb(shown.name(), ClusterLinks.details(shown.id())));
    }

    @Override
    protected void build() {
        var shown = cluster;
        if (shown == null) {
            return;
        }
        save = Layouts.primary(Texts.get("cluster.credentials.save"), () -> FreshSignIn.before(() -> save(shown.id())));
        var cancel = Layouts.plain(Texts.get("uikit.cancel"), () -> leave(shown.id()));
        var header = new PageHeader(title());
        header.facts(shown.name(), Texts.get("cluster.credentials.replace.fact"));
        header.actions(cancel, save);
        add(header, problems);
        add(new Panel(Texts.get("cluster.register.access.title"))
                .padded(new Paragraph(Texts.get("cluster.credentials.replace.lead")), access));
        add(new Panel(Texts.get("cluster.register.test.title")).padded(trial));
        enable();
    }

    private void chosen() {
        tried = null;
        trial.setVisible(access.access().isPresent());
        access.access().ifPresent(trial::start);
        enable();
    }

    private void enable() {
        save.setEnabled(tried != null
                && trial.report().filter(report -> report.canSave()).isPresent());
    }

    private void save(ClusterId id) {
        var checked = tried;
        if (checked == null) {
            return;
        }
        try {
            clusters.replaceCredentials(id, checked);
            leave(id);
        } catch (ProblemException e) {
            problems.removeAll();
            problems.add(new ProblemNotice(e.problem()));
        }
    }

    private static void leave(ClusterId id) {
        UI.getCurrent().navigate(ClusterLinks.details(id));
    }
}

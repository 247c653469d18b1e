package ai.hexabase.console.rollout.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.Removals;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The review of a removal and what the installation's page says before and after. */
class RemovalViewTest extends ScreenTest {
    @Autowired
    Installations installations;

    @Autowired
    Clusters clusters;

    @Autowired
    Plans plans;

    @Autowired
    Removals removals;

    @Autowired
    Rollouts rollouts;

    private final String name = "hq-" + UUID.randomUUID().toString().substring(0, 8);
    private ClusterId cluster;
    private InstallationId installation;

    @BeforeEach
    void installed() {
        cluster = clusters.registerPractice(
                        name, Site.UNKNOWN, clusters.practiceShapes().getFirst())
                .id();
        installation = installations
                .create(name, cluster, Profile.of(Profile.SMALL).settings(), "")
                .id();
        var id = rollouts.start(plans.make(installation).id());
        awaitDone(id);
    }

    private void awaitDone(RolloutId id) {
        await().atMost(Duration.ofMinutes(2)).until(() -> rollouts.get(id).state() == RolloutState.DONE);
    }

    private RemovalView open() {
        var view = navigate(RolloutLinks.removal(installation, cluster), RemovalView.class);
        eventually(() -> assertThat(Screen.words(view)).contains("What goes", "What stays"));
        return view;
    }

    @Test
    void itSaysWhatGoesWhatStaysAndKeepsTheVolumesUnlessSomebodyAsksForMore() {
        var view = open();
        assertThat(Screen.words(view))
                .contains("Deployment hexabase-control-plane")
                .contains("PersistentVolumeClaim hexabase-db-1")
                .contains("Secret hexabase-db-app")
                .contains("nobody reaches the API and the UI")
                .contains("its tenants");
        assertThat(Screen.button(view, "Remove…").isEnabled()).isTrue();
        Screen.assertComplete(view);
        @SuppressWarnings("unchecked")
        var choice =
                (RadioButtonGroup<Boolean>) find(RadioButtonGroup.class, view).single();
        assertThat(choice.getValue()).isFalse();
        choice.setValue(true);
        eventually(() -> assertThat(Screen.words(view)).contains("deleted with its data", "All data of the platform"));
        UI.getCurrent().setLocale(Locale.JAPANESE);
        var japanese = navigate(RolloutLinks.removal(installation, cluster), RemovalView.class);
        eventually(() -> assertThat(Screen.words(japanese)).contains("撤去されるもの", "ボリュームを残す", "影響"));
        Screen.assertComplete(japanese);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void theInstallationsPageSaysWhereItWasRemovedFromAndWhichVolumesWereKept() {
        var plan = removals.make(installation, cluster, false);
        var id = rollouts.start(plan.id());
        awaitDone(id);
        navigate(RolloutLinks.LIST, RolloutsView.class);
        UI.getCurrent().navigate(InstallationLinks.of(installation));
        var page = (com.vaadin.flow.component.Component) getCurrentView();
        assertThat(Screen.words(page))
                .contains(
                        "Removed from " + name,
                        "Volumes kept: hexabase-db-1",
                        "Install again…",
                        "Delete from the console…");
        Screen.assertComplete(page);
    }
}

package ai.hexabase.console.drift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.drift.DriftLinks;
import ai.hexabase.console.drift.DriftState;
import ai.hexabase.console.drift.Drifts;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.KeptRollouts;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** The page of drift; the cluster is empty though a rollout is said to have been finished, so all objects are gone. */
@Import({KeptClusters.class, KeptRollouts.class})
class DriftViewTest extends ScreenTest {
    @Autowired
    KeptRollouts kept;

    @Autowired
    Clusters clusters;

    @Autowired
    Installations installations;

    @Autowired
    Drifts drifts;

    private Installation installation() {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new TestingAuthenticationToken("kenji", "", "ROLE_ADMIN"));
            SecurityContextHolder.setContext(context);
            var name = "hq-" + UUID.randomUUID().toString().substring(0, 8);
            var cluster = clusters.registerPractice(
                    name, Site.UNKNOWN, clusters.practiceShapes().getFirst());
            return installations.create(
                    name, cluster.id(), Profile.of(Profile.SMALL).settings(), "");
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void finishRollout(Installation installation) {
        var rollout = kept.running(kept.plan(installation, true), Phase.VERIFY);
        kept.finish(rollout);
    }

    private DriftView open(InstallationId id) {
        return navigate(DriftLinks.of(id), DriftView.class);
    }

    private DriftView drifted(Installation installation) {
        finishRollout(installation);
        eventually(() -> assertThat(drifts.report(installation.id()).state()).isInstanceOf(DriftState.Drifted.class));
        return open(installation.id());
    }

    @Test
    void thePageFollowsFromNothingRolledOutToWhatIsFound() {
        var installation = installation();
        var view = open(installation.id());
        assertThat(Screen.words(view)).contains("Not rolled out");
        assertThat(Screen.button(view, "Compare now").isEnabled()).isFalse();
        finishRollout(installation);
        eventually(() -> assertThat(Screen.words(view)).contains("objects have drifted", "deleted"));
        assertThat(Screen.words(view)).contains("Kubernetes does not tell who deleted it");
        Screen.assertComplete(view);
    }

    @Test
    void ignoringAsksForReasonAndEndAndThenListsBoth() {
        var installation = installation();
        var view = drifted(installation);
        var ignore = find(Button.class, view).all().stream()
                .filter(button -> button.getText().equals("Ignore…"))
                .findFirst()
                .orElseThrow();
        test(ignore).click();
        var dialog = find(IgnoreDialog.class).single();
        Screen.assertComplete(dialog);
        assertThat(dialog.confirm().isEnabled()).isFalse();
        find(TextArea.class, dialog).single().setValue("being moved by hand");
        assertThat(dialog.confirm().isEnabled()).isFalse();
        find(DatePicker.class, dialog)
                .single()
                .setValue(LocalDate.now(Clock.systemUTC()).plusDays(7));
        assertThat(dialog.confirm().isEnabled()).isTrue();
        dialog.confirmed();
        eventually(() -> assertThat(Screen.words(view)).contains("being moved by hand", "1 ignored until", "End now"));
        Screen.assertComplete(view);
    }

    @Test
    @WithMockUser(username = "ken", roles = "VIEWER")
    void whoMayOnlyLookSeesEverythingAndWhyNothingCanBePressed() {
        var view = drifted(installation());
        assertThat(Screen.words(view)).contains("Only operators may act on drift", "objects have drifted");
        assertThat(find(Button.class, view).all()).isNotEmpty().noneMatch(Button::isEnabled);
    }

    @Test
    void puttingBackSaysThatAPlanIsReviewedFirst() {
        var view = drifted(installation());
        test(Screen.button(view, "Put back…")).click();
        var dialog = find(PutBackDialog.class).single();
        assertThat(Screen.words(dialog)).contains("You review it and start it as always", "Nothing is applied");
        Screen.assertComplete(dialog);
    }
}

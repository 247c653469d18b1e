package ai.hexabase.console.rollout.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.KeptRollouts;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.LogView;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@Import({KeptClusters.class, KeptRollouts.class})
class RolloutViewTest extends ScreenTest {
    @Autowired
    KeptRollouts kept;

    @Autowired
    Rollouts rollouts;

    private Plan plan() {
        return kept.plan(AsOperator.call(kept::installation), true);
    }

    private RolloutView open(RolloutId id) {
        return navigate(RolloutLinks.rollout(id), RolloutView.class);
    }

    @Test
    void elevenStepsSayWhatTheyDoAndTheCurrentOneWhatItWaitsFor() {
        var view = open(kept.running(plan(), Phase.CONTROL_PLANE));
        assertThat(Screen.words(view))
                .contains("Namespace", "2 unchanged", "Verify", "Step 7: Control plane")
                .contains("2 of 3 new replicas of hexabase-control-plane are available", "migrations running")
                .contains("6 of 11 steps");
        assertThat(view.getElement().getOuterHTML()).contains("aria-current=\"step\"");
        assertThat(find(LogView.class, view).single().lines()).hasSize(1);
    }

    @Test
    void anOpenScreenFollowsWithoutBeingTouched() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        var view = open(id);
        kept.finishStep(id);
        eventually(() -> assertThat(Screen.words(view)).contains("7 of 11 steps"));
    }

    @Test
    void aStoppedStepSaysWhatAndWhatToDoAndOffersToTryAgain() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        kept.fail(id);
        var view = open(id);
        assertThat(Screen.words(view))
                .contains("Stopped at step 7, Control plane: The cluster lets in no pods of hexabase-control-plane")
                .contains("exceeded quota: hexabase-platform", "Make room in the quota")
                .contains("Steps 1 to 6 are applied and stay");
        assertThat(Screen.button(view, "Retry step 7").isEnabled()).isTrue();
    }

    @Test
    void aClusterThatDoesNotAnswerIsUnknownSinceThenAndNeverGreen() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        kept.loseCluster(id);
        var view = open(id);
        assertThat(find(FreshnessChip.class, view).single().state()).isEqualTo(FreshnessChip.State.UNKNOWN);
        assertThat(Screen.words(view)).contains("tokyo-prod-1 does not answer", "Connection refused");
    }

    @Test
    void aFinishedRolloutSaysSoAndLeadsToLivePods() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        kept.finish(id);
        var view = open(id);
        assertThat(Screen.words(view)).contains("Revision 1 stands on tokyo-prod-1", "All 11 steps done in 6 min 11 s");
        Screen.button(view, "See live pods").click();
        var cluster = rollouts.get(id).cluster();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("pods?cluster=" + cluster + "&namespace=hexabase-system");
    }

    @Test
    void theWayBackIsOfferedOnceSomethingWasRolledOutBefore() {
        var installation = AsOperator.call(kept::installation);
        var first = kept.running(kept.plan(installation, true), Phase.CONTROL_PLANE);
        kept.finish(first);
        assertThat(Screen.words(open(first))).doesNotContain("The way back…");
    }

    @Test
    void theWayBackOfAClusterThatDoesNotAnswerSaysSo() {
        var installation = AsOperator.call(kept::installation);
        kept.finish(kept.running(kept.plan(installation, true), Phase.CONTROL_PLANE));
        var second = kept.running(kept.plan(installation, true), Phase.CONTROL_PLANE);
        kept.finish(second);
        Screen.button(open(second), "The way back…").click();
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("The way back to revision 1");
        eventually(() -> assertThat(Screen.words(dialog)).contains("Nobody answers at"));
        Screen.assertComplete(dialog);
    }

    @Test
    void aPausedRolloutSaysWhoPausedItAndOffersToResume() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        var view = open(id);
        assertThat(Screen.button(view, "Pause").isVisible()).isTrue();
        kept.pause(id);
        eventually(() -> assertThat(Screen.words(view))
                .contains("kenji paused this rollout", "no deadline runs", "stands still while the rollout is paused"));
        assertThat(find(FreshnessChip.class, view).single().state()).isNotEqualTo(FreshnessChip.State.LIVE);
        Screen.assertComplete(view);
        Screen.button(view, "Resume").click();
        assertThat(rollouts.get(id).state()).isNotEqualTo(RolloutState.PAUSED);
    }

    @Test
    void cancellingAsksFirstAndSaysWhatStays() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        var view = open(id);
        Screen.button(view, "Cancel rollout…").click();
        var dialog = find(Dialog.class).single();
        assertThat(Screen.words(dialog)).contains("6 steps already done stay");
        assertThat(rollouts.get(id).state()).isEqualTo(RolloutState.RUNNING);
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void whoeverMayOnlyReadSeesWhyTheButtonsAreOff() {
        var id = kept.running(plan(), Phase.CONTROL_PLANE);
        kept.fail(id);
        var view = open(id);
        Screen.assertOff(view, "Retry step 7", "operator");
        assertThat(Screen.button(view, "Cancel rollout…").isEnabled()).isFalse();
        var running = open(kept.running(AsOperator.call(() -> plan()), Phase.STORAGE));
        assertThat(Screen.button(running, "Pause").isEnabled()).isFalse();
        assertThat(Screen.words(running)).contains("needs the role “operator”");
    }

    @Test
    void theStepSaysHowLongItTookTheLastTime() {
        var installation = kept.installation();
        var before = kept.running(kept.plan(installation, true), Phase.CONTROL_PLANE);
        kept.finish(before);
        var view = open(kept.running(kept.plan(installation, true), Phase.CONTROL_PLANE));
        assertThat(Screen.words(view)).contains("last time ");
    }

    @Test
    void everyWordExistsInBothLanguages() {
        var plan = plan();
        var id = kept.running(plan, Phase.NAMESPACE);
        Screen.assertComplete(open(id));
        kept.fail(id);
        Screen.assertComplete(open(id));
        kept.finish(id);
        Screen.assertComplete(open(id));
    }

    @Test
    void aLinkFromOneRolloutToAnotherShowsAndFollowsTheOther() {
        open(kept.running(plan(), Phase.CONTROL_PLANE));
        var other = kept.running(plan(), Phase.DATABASE);
        var view = open(other);
        assertThat(Screen.words(view)).contains(rollouts.get(other).installationName(), "5 of 11 steps");
        kept.finishStep(other);
        eventually(() -> assertThat(Screen.words(view)).contains("6 of 11 steps"));
    }
}

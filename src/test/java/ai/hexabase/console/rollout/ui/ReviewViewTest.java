package ai.hexabase.console.rollout.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.installation.Advices;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.rollout.KeptRollouts;
import ai.hexabase.console.rollout.PlanId;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.WaysBack;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@Import({KeptClusters.class, KeptRollouts.class})
class ReviewViewTest extends ScreenTest {
    @Autowired
    KeptRollouts kept;

    @Autowired
    Installations installations;

    @Autowired
    Advices advices;

    @Autowired
    Plans plans;

    @Autowired
    Planning planning;

    @Autowired
    Rollouts rollouts;

    @Autowired
    WaysBack ways;

    @Autowired
    ActingPerson person;

    @Autowired
    Clock clock;

    private ReviewView open(boolean clean) {
        var installation = kept.installation();
        kept.plan(installation, clean);
        return navigate(KeptRollouts.review(installation.id()), ReviewView.class);
    }

    @Test
    void itCountsWhatWillHappenAndListsDeletionsFirst() {
        var view = open(false);
        assertThat(Screen.words(view)).contains("1 deleted", "1 changed", "1 created", "1 unchanged");
        assertThat(find(ObjectTree.class, view).single().keys())
                .containsExactly(
                        "v1 ConfigMap hexabase-system/config-7f3a",
                        "v1 ConfigMap hexabase-system/config-9c1e",
                        "apps/v1 Deployment hexabase-system/hexabase-control-plane");
    }

    @Test
    void whatStandsInTheWayIsSaidInOneLineEachWithTheServersOwnWords() {
        assertThat(Screen.words(open(false)))
                .contains(
                        "Field ownership: .spec.replicas of Deployment hexabase-control-plane was set by kubectl-edit")
                .contains("would violate PodSecurity \"restricted:latest\": seccompProfile")
                .contains("Permissions: 1 of 40 permissions is missing")
                .contains("create deployments.apps in hexabase-system")
                .contains("1 of 2 passed");
    }

    @Test
    void noDecisionIsChosenBeforehandAndApprovalIsOffUntilOneIs() {
        var view = open(false);
        var choice = (RadioButtonGroup<?>) find(RadioButtonGroup.class, view).single();
        assertThat(choice.getValue()).isNull();
        assertThat(Screen.button(view, "Approve and start…").isEnabled()).isFalse();
        assertThat(Screen.words(view)).contains("1 decision open, first hexabase-control-plane");
    }

    @Test
    void theObjectThatNeedsADecisionIsShownFirstWithItsChangedWords() {
        assertThat(Screen.words(open(false))).contains("Deployment hexabase-control-plane", "1.4.2", "1.5.0");
    }

    @Test
    void theTreeShowsAnotherObject() {
        var view = open(true);
        var item = find(NativeButton.class, view).all().stream()
                .filter(button -> Screen.words(button).contains("config-9c1e"))
                .findFirst()
                .orElseThrow();
        test(item).click();
        assertThat(item.getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(Screen.words(find(ObjectPanel.class, view).single())).contains("ConfigMap config-9c1e");
    }

    @Test
    void aClusterThatCannotBeAskedKeepsThePlanFromStarting() {
        var view = open(true);
        eventually(() ->
                assertThat(Screen.words(view)).contains("The cluster cannot be asked whether the plan still holds"));
        assertThat(Screen.button(view, "Approve and start…").isEnabled()).isFalse();
    }

    @Test
    void aDecisionThatTheClusterCannotJudgeIsRefusedWithAReason() {
        var view = open(false);
        @SuppressWarnings("unchecked")
        var choice =
                (RadioButtonGroup<Decision>) find(RadioButtonGroup.class, view).single();
        choice.setValue(Decision.TAKE_OVER);
        eventually(() -> assertThat(Screen.words(view)).contains("Nobody answers at"));
    }

    @Test
    void planningForAClusterThatIsGoneSaysSoAndCanBeTriedAgain() {
        var view = navigate(KeptRollouts.review(kept.installation().id()), ReviewView.class);
        eventually(
                () -> assertThat(Screen.button(view, "Try again").isEnabled()).isTrue());
    }

    @Test
    void takingTheAdviceMakesARevisionThatKeepsThePlainPortInside() {
        var installation = kept.installation();
        kept.plan(installation, true);
        var view = navigate(KeptRollouts.review(installation.id()), ReviewView.class);
        Screen.button(view, "Take it").click();
        eventually(() -> assertThat(installations.get(installation.id()).latestRevision())
                .isEqualTo(2));
        assertThat(installations.revision(installation.id(), 2).settings().text(Setting.API_EXPOSURE))
                .isEqualTo(Setting.Words.INSIDE_ONLY);
    }

    @Test
    void aRolloutUnderWayKeepsAnotherFromStarting() {
        var installation = kept.installation();
        kept.running(kept.plan(installation, true), Phase.DATABASE);
        var view = navigate(KeptRollouts.review(installation.id()), ReviewView.class);
        assertThat(Screen.words(view)).contains("of this installation is under way");
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void whoeverMayOnlyReadSeesWhyTheButtonsAreOff() {
        // The plan was made by somebody else.
        var view = openAsReader();
        assertThat(Screen.button(view, "Approve and start…").isEnabled()).isFalse();
        assertThat(Screen.words(view)).contains("Starting needs the role “operator”");
        assertThat(((RadioButtonGroup<?>) find(RadioButtonGroup.class, view).single()).isReadOnly())
                .isTrue();
    }

    private ReviewView openAsReader() {
        var installation = AsOperator.call(kept::installation);
        kept.plan(installation, false);
        return navigate(KeptRollouts.review(installation.id()), ReviewView.class);
    }

    @Test
    void aReplacementSaysWhatItCostsAndIsAgreedToByNobodyBeforehand() {
        var installation = kept.installation();
        var plan = kept.replacing(installation);
        var view = navigate(KeptRollouts.review(installation.id()), ReviewView.class);
        assertThat(Screen.words(view))
                .contains(
                        "1 replaced", "Service api must be deleted and made anew", "spec.clusterIP: field is immutable")
                .contains("comes back with another address", "1 replacement not agreed to, first api");
        Screen.assertComplete(view);
        var box = find(Checkbox.class, view).single();
        assertThat(box.getValue()).isFalse();
        test(box).click();
        assertThat(plans.get(plan.id()).agreed()).hasSize(1);
        eventually(() -> assertThat(Screen.words(view))
                .contains("is deleted and made anew; agreed")
                .doesNotContain("not agreed to"));
        var dialog = StartDialog.open(plans.get(plan.id()), Optional.empty(), () -> {});
        assertThat(Screen.words(dialog)).contains("1 deleted and made anew", "comes back with another address");
    }

    @Test
    void theReviewAndTheStartSayHowLongItTookTheLastTimeAndOnlyWhatIsKnown() {
        var installation = kept.installation();
        var plan = kept.plan(installation, true);
        kept.finish(kept.running(plan, Phase.CONTROL_PLANE));
        var next = kept.plan(installation, true);
        var view = navigate(KeptRollouts.review(installation.id()), ReviewView.class);
        var number = rollouts.latest(installation.id()).orElseThrow().number();
        assertThat(Screen.words(find(ObjectTree.class, view).single())).contains("last 6 min");
        var model = new SlowModel(plan.id());
        var last = model.lastTime(next).orElseThrow();
        var deployment = next.entries().getLast();
        assertThat(last.words(deployment).getFirst())
                .as("the only object of its step")
                .startsWith("Last time, in rollout " + number + ", it took ");
        assertThat(last.words(deployment).getLast()).startsWith("Waiting until all workloads were available took ");
        assertThat(last.words(next.entries().getFirst()))
                .as("the last step does more than delete")
                .singleElement()
                .asString()
                .startsWith("Last time, in rollout " + number + ", step 11, Verify, took ");
        assertThat(last.words(next.entries().get(1))).as("unchanged").isEmpty();
        assertThat(Screen.words(StartDialog.open(next, Optional.of(last), () -> {})))
                .contains("The last finished rollout, " + number + ", took 6 min 11 s; longest: ");
    }

    @Test
    void whoeverReadsAPlanSeesAtOnceThatSomebodyMadeANewerRevision() {
        var installation = kept.installation();
        var plan = kept.plan(installation, true);
        var view = navigate(KeptRollouts.review(installation.id()), ReviewView.class);
        assertThat(Screen.words(view)).doesNotContain("made revision 2");
        AsOperator.call(() -> installations.revise(
                installation.id(),
                1,
                plan.cluster(),
                installations.revision(installation.id(), 1).settings().with(Setting.MAX_VCLUSTERS, "12"),
                "more tenants"));
        eventually(() -> assertThat(Screen.words(view))
                .contains("kenji made revision 2 at", "more tenants", "What revision 2 changes"));
        Screen.assertComplete(view);
    }

    @Test
    void startingAsksOnceMoreAndSaysTheWayBack() {
        var installation = kept.installation();
        var dialog = StartDialog.open(kept.plan(installation, true), Optional.empty(), () -> {});
        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(Dialog.class).single()).isSameAs(dialog);
        assertThat(Screen.words(dialog))
                .contains("On tokyo-prod-1: 1 deleted, 1 changed", "You can cancel at any time")
                .contains(
                        "hexabase-control-plane shrinks from 4 to 3; the others go on.",
                        "No rollout has finished here");
    }

    @Test
    void everyWordExistsInBothLanguages() {
        Screen.assertComplete(open(false));
    }

    @Test
    void aLinkFromOneInstallationToAnotherShowsAndFollowsTheOther() {
        open(true);
        var other = kept.installation();
        kept.plan(other, true);
        var view = navigate(KeptRollouts.review(other.id()), ReviewView.class);
        assertThat(Screen.words(view)).contains(other.name(), "1 of 1 passed");
        kept.plan(other, false);
        planning.tell(other.id());
        eventually(() -> assertThat(Screen.words(view)).contains("1 of 2 passed"));
    }

    @Test
    void aSlowAnswerAboutAnOlderPlanSaysNothingAboutTheNewerOne() {
        var installation = kept.installation();
        var older = kept.plan(installation, true);
        var model = new SlowModel(older.id());
        var view = new ReviewView(model, person);
        view.enter(Optional.of(installation.id()));
        UI.getCurrent().add(view);
        kept.plan(installation, true);
        view.planChanged();
        await().until(() -> model.answered.get() == 1);
        model.release.complete(new Staleness.Stale(List.of(Message.of("rollout.stale.revision", 1))));
        await().until(() -> model.answered.get() == 2);
        eventually(() -> assertThat(Screen.words(view))
                .contains("inputs unchanged since")
                .doesNotContain("This plan is stale"));
    }

    /** Answers at once whether a plan holds, but for one plan only when told to. */
    private final class SlowModel extends ReviewModel {
        private final PlanId slow;
        private final CompletableFuture<Staleness> release = new CompletableFuture<>();
        private final AtomicInteger answered = new AtomicInteger();

        SlowModel(PlanId slow) {
            super(installations, advices, plans, planning, rollouts, ways, clock);
            this.slow = slow;
        }

        @Override
        Staleness staleness(PlanId plan) {
            var answer = plan.equals(slow) ? release.join() : new Staleness.Holds(now());
            answered.incrementAndGet();
            return answer;
        }
    }

    @Test
    void theFocusStaysOnTheDecisionThatWasMade() {
        var view = open(false);
        var before = choice(view);
        before.setValue(Decision.LEAVE);
        var focused = new HashSet<Element>();
        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks(20, TimeUnit.MILLISECONDS);
            UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
            UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                    .filter(script -> script.getInvocation().getExpression().contains(".focus("))
                    .forEach(script -> focused.add(Element.get(script.getOwner())));
            roundTrip();
            assertThat(choice(view)).isNotSameAs(before);
            assertThat(focused).contains(choice(view).getElement());
        });
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Decision> choice(ReviewView view) {
        return (RadioButtonGroup<Decision>) find(RadioButtonGroup.class, view).single();
    }
}

package ai.hexabase.console.setup.ui;

import static ai.hexabase.console.test.Screen.button;
import static ai.hexabase.console.test.Screen.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.setup.SetupSteps;
import ai.hexabase.console.setup.StepState;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.SetupStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.test.context.support.WithMockUser;

class SetupViewTest extends ScreenTest {
    @Autowired
    SetupSteps steps;

    @Autowired
    Clusters clusters;

    @Autowired
    Acts acts;

    @Autowired
    DSLContext db;

    @Value("${console.data-dir}")
    Path directory;

    private List<RegisteredCluster> before = List.of();

    @BeforeEach
    void nothingIsDoneYet() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        before = clusters.list();
        forgetMarks();
    }

    @AfterEach
    void forget() {
        forgetMarks();
        db.execute("delete from image_registry");
        db.execute("update sealing_keyset set recovery_tested_at = null, recovery_tested_by = null");
    }

    private void forgetMarks() {
        db.execute("delete from setup_step");
        db.execute("delete from setup_checklist");
    }

    private Component open(String place) {
        UI.getCurrent().navigate(place);
        return (Component) getCurrentView();
    }

    private void reach(String step) {
        steps.all().stream().takeWhile(state -> !state.id().equals(step)).forEach(state -> steps.skip(state.id()));
    }

    private StepState state(String id) {
        return steps.all().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Act> latest() {
        return acts.find(EntryQuery.ALL, 0, 3).stream().map(Entry::act).toList();
    }

    @Test
    void theSevenStepsAreThereInTheirOrderWithWhyEachIsAsked() {
        assertThat(steps.all())
                .extracting(StepState::id)
                .containsExactly(
                        "administrator", "database", "key", "provider", "clusters", "registry", "installation");
        reach("installation");
        steps.skip("installation");
        for (var state : steps.all()) {
            var page = open(SetupStep.path(state.id()));
            assertThat(words(page)).contains("Set-up", "of 7 done");
            Screen.assertComplete(page);
        }
    }

    @Test
    void whoArrivesSeesTheFirstStepThatIsNotDone() {
        var page = open(SetupStep.PLACE);
        assertThat(words(page)).contains("Where data is kept", "PostgreSQL", "After a power cut");
        test(button(page, "Next")).click();
        assertThat(words((Component) getCurrentView())).contains("In use since", "Recovery test");
        assertThat(latest().getFirst().kind()).isEqualTo("setup.step-done");
    }

    @Test
    void aStepIsClosedUntilThoseBeforeItAreDoneOrSkipped() {
        assertThat(words(open(SetupStep.path("registry")))).contains("After a power cut");
        reach("registry");
        assertThat(words(open(SetupStep.path("registry")))).contains("May be skipped", "Certificate authorities");
    }

    @Test
    void whatIsSkippedIsOnRecordAndOnTheChecklistOfTheHomeScreen() {
        reach("provider");
        var page = open(SetupStep.path("provider"));
        test(button(page, "Skip for now")).click();
        assertThat(latest().getFirst().kind()).isEqualTo("setup.step-skipped");
        var home = open("");
        assertThat(words(home)).contains("Set-up still open", "Identity provider", "Skipped for now");
        assertThat(words(open(SetupStep.PLACE))).doesNotContain("Connect your identity provider");
    }

    @Test
    void aSkippedStepThatCannotBePassedByAClickStaysOpen() {
        assertThatThrownBy(() -> steps.pass("provider")).hasMessageContaining("setup-step-open");
        assertThat(state("provider").isDone()).isFalse();
    }

    @Test
    void theChecklistGoesWhenAnAdministratorDoesNotWantItAnyMore() {
        var home = open("");
        test(button(home, "Don’t show again")).click();
        assertThat(words((Component) getCurrentView())).doesNotContain("Set-up still open");
        assertThat(latest().getFirst().kind()).isEqualTo("setup.checklist-hidden");
        assertThat(words(open(SetupStep.PLACE)))
                .as("still there by its address")
                .contains("Set-up");
    }

    @Test
    void theKeyStaysOnTheChecklistUntilACopyWasTested() throws Exception {
        steps.pass("database");
        steps.pass("key");
        assertThat(state("key").isDone()).isTrue();
        assertThat(state("key").isLeft()).isTrue();
        var page = open(SetupStep.path("key"));
        assertThat(words(page)).contains("recovery not tested yet");
        var copy = find(PasswordField.class, page).withId("key-copy").single();
        test(copy).setValue(Files.readString(directory.resolve("master.key")));
        test(button(page, "Test the copy")).click();
        assertThat(words(page)).contains("The copy opens everything").doesNotContain("recovery not tested yet");
        assertThat(copy.getValue()).as("is not kept").isEmpty();
        assertThat(state("key").isLeft()).isFalse();
    }

    @Test
    void aWrongCopyOfTheKeyIsToldAsSuch() {
        reach("key");
        var page = open(SetupStep.path("key"));
        test(find(PasswordField.class, page).withId("key-copy").single())
                .setValue("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
        test(button(page, "Test the copy")).click();
        assertThat(words(page)).contains("This copy does not open what is sealed", "another key");
        assertThat(state("key").standing()).isEqualTo(SetupStep.Standing.LOOSE);
    }

    @Test
    void aPracticeClusterIsAddedInTheStepAndItIsDoneOnceThatIsReachable() {
        reach("clusters");
        var page = open(SetupStep.path("clusters"));
        test(button(page, "Add a practice cluster")).click();
        eventually(() -> assertThat(button(page, "Next").isEnabled()).isTrue());
        assertThat(words(page)).contains("practice-1", "reachable");
        assertThat(state("clusters").isDone()).isTrue();
        clusters.list().stream()
                .filter(cluster -> before.stream().noneMatch(old -> old.id().equals(cluster.id())))
                .forEach(cluster -> clusters.remove(cluster.id()));
    }

    @Test
    void theRegistrationOfAClusterLeadsBack() {
        reach("clusters");
        UI.getCurrent().navigate(ClusterLinks.REGISTER, SetupStep.FROM);
        test(button((Component) getCurrentView(), "Cancel")).click();
        assertThat(words((Component) getCurrentView())).contains("Register the first clusters");
    }

    @Test
    void aRegistryHasToBeTestedBeforeTheStepIsDone() {
        reach("registry");
        var page = open(SetupStep.path("registry"));
        test(find(TextField.class, page).withId("registry-address").single()).setValue("https://registry.example.com/");
        test(button(page, "Save")).click();
        assertThat(words(page)).contains("This is no address of a registry.");
        test(find(TextField.class, page).withId("registry-address").single()).setValue("registry.invalid");
        test(button(page, "Save")).click();
        assertThat(words(page)).contains("registry.invalid, not tested yet");
        test(find(TextField.class, page).withId("registry-image").single()).setValue("hexabase/control-plane:1");
        test(button(page, "Test")).click();
        eventually(
                () -> assertThat(words(page)).contains("The name registry.invalid is not known", "last test failed"));
        assertThat(button(page, "Next").isEnabled()).isFalse();
    }

    @Test
    void theLastStepHandsOverToTheWizard() {
        reach("installation");
        var page = open(SetupStep.path("installation"));
        assertThat(words(page)).contains("What the wizard asks");
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void whoIsNoAdministratorReachesNothingOfIt() {
        open(SetupStep.PLACE);
        assertThat(words((Component) getCurrentView()))
                .doesNotContain("of 7 done")
                .contains("role");
        open(SetupStep.path("key"));
        assertThat(words((Component) getCurrentView())).doesNotContain("Fingerprint");
        assertThat(words(open(""))).doesNotContain("Set-up still open");
        assertThatThrownBy(() -> steps.all()).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> steps.hideChecklist()).hasMessageContaining("role-missing");
    }
}

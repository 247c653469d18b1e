package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.NamedRevision;
import ai.hexabase.console.installation.Ownerships;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithMockUser;

class RevisionViewTest extends ScreenTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();

    @Autowired
    Installations installations;

    @Autowired
    Exports exports;

    @Autowired
    Ownerships ownerships;

    private final String name = "rev-" + UUID.randomUUID().toString().substring(0, 8);
    private Installation made;

    @BeforeEach
    void threeRevisions() {
        var cluster = ClusterId.random();
        var reader = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken("ken", "", "ROLE_OPERATOR")));
        made = installations.create(name, cluster, SMALL, "first");
        installations.revise(made.id(), 1, cluster, SMALL.with(Setting.MAX_VCLUSTERS, "11"), "fewer tenants");
        installations.revise(made.id(), 2, cluster, SMALL.with(Setting.MAX_VCLUSTERS, "12"), "one more");
        SecurityContextHolder.setContext(reader);
    }

    private RevisionView revision(int number) {
        return navigate(InstallationLinks.revision(made.id(), number), RevisionView.class);
    }

    @Test
    void aRevisionSaysWhoMadeItWhyAndWhatItChanged() {
        var view = revision(2);
        assertThat(Screen.words(view))
                .contains("Revision 2", name, "by ken", "fewer tenants", "vclusters allowed", " 20 ", " 11 ");
        Screen.assertComplete(view);
    }

    @Test
    void aRevisionShowsWhoOwnsContestedFieldsAndWhoDecidedThat() {
        var claim = new FieldClaim(ResourceKind.DEPLOYMENT.named("n", "api"), ".spec.replicas", "kubectl-edit");
        ownerships.decide(made.id(), 3, claim, Decision.LEAVE);
        var view = revision(3);
        assertThat(Screen.words(view))
                .contains(
                        "Deployment api: .spec.replicas", "Left to kubectl-edit", "Decided by misaki", "at revision 3")
                .contains("Not decided; a plan asks when kubectl-edit set it");
        Screen.assertComplete(view);
        Screen.button(view, "Ask again").click();
        assertThat(Screen.words(view)).contains("Nothing is decided").doesNotContain("Left to kubectl-edit");
        assertThat(ownerships.of(made.id(), 3)).isEmpty();
    }

    @Test
    void theFirstRevisionIsComparedWithItsProfile() {
        assertThat(Screen.words(revision(1))).contains("Nothing differs between small-enterprise and " + name);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anyTwoRevisionsAreComparedByAnAddressThatCanBeSentOn() {
        var view = revision(3);
        var selector = (ComboBox<NamedRevision>) find(ComboBox.class, view).single();
        assertThat(selector.getValue()).isEqualTo(new NamedRevision(name, made.id(), 2));
        selector.setValue(new NamedRevision(name, made.id(), 1));
        var address = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
        assertThat(address).isEqualTo(InstallationLinks.revision(made.id(), 3) + "?with=" + made.id() + ".1");
        assertThat(Screen.words((RevisionView) getCurrentView())).contains(" 20 ", " 12 ");
    }

    @Test
    void rollingBackMakesANewRevisionWithTheOldSettingsAndPlansIt() {
        var view = revision(1);
        Screen.button(view, "Roll back to this…").click();
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Roll back to revision 1?");
        assertThat(Screen.words(dialog)).contains(" 12 ", " 20 ", "Makes revision 4");
        Screen.assertComplete(dialog);
        find(Button.class).withText("Make revision 4 and plan…").single().click();
        var latest = installations.revision(made.id(), 4);
        assertThat(latest.settings()).isEqualTo(SMALL);
        assertThat(latest.comment()).isEqualTo("Back to revision 1");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(InstallationLinks.plan(made.id()));
    }

    @Test
    void theLatestRevisionOffersItsPlanAndNoWayBackToItself() {
        var words = Screen.words(revision(3));
        assertThat(words).contains("Plan and review…").doesNotContain("Roll back to this…");
    }

    @Test
    void aCopyBeginsADraftWithTheSameSettingsAndAnotherName() {
        Screen.button(revision(2), "Copy as new installation…").click();
        assertThat(getCurrentView()).isInstanceOf(WizardView.class);
        var draft = installations.drafts().getFirst().content();
        assertThat(draft.settings()).isEqualTo(SMALL.with(Setting.MAX_VCLUSTERS, "11"));
        assertThat(draft.name()).isEmpty();
        assertThat(draft.base()).isNull();
    }

    @Test
    void aSettingsFileOpensTheWizardWithWhatItSays() {
        navigate(InstallationsView.class);
        var dialog = new SettingsFileDialog(installations, exports);
        dialog.open();
        dialog.read("kind: Other".getBytes(StandardCharsets.UTF_8));
        assertThat(Screen.words(dialog)).contains("This is no settings file of this console");
        Screen.assertComplete(dialog);
        dialog.read(exports.settingsFile(made.id(), 3).getBytes(StandardCharsets.UTF_8));
        assertThat(getCurrentView()).isInstanceOf(WizardView.class);
        assertThat(installations.drafts().getFirst().content().settings())
                .isEqualTo(SMALL.with(Setting.MAX_VCLUSTERS, "12"));
    }

    @Test
    @WithMockUser(username = "ann", roles = "VIEWER")
    void whoeverMayOnlyReadSeesTheFilesAndWhyNothingCanBeChanged() {
        var view = revision(1);
        assertThat(Screen.words(view)).contains("Objects (YAML)");
        Screen.assertOff(view, "Roll back to this…", "operator");
        Screen.assertOff(view, "Copy as new installation…", "operator");
    }
}

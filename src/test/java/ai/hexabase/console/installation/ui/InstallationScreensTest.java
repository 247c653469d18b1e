package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.security.SignIns;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InstallationScreensTest extends ScreenTest {
    @Autowired
    Installations installations;

    private final String name = "hq-" + UUID.randomUUID().toString().substring(0, 8);

    private InstallationView installation() {
        var settings = Profile.of(Profile.MEDIUM).settings().with(Setting.BACKUP_RETENTION_DAYS, "60");
        var made = installations.create(name, ClusterId.random(), settings, "for headquarters");
        return navigate(InstallationLinks.of(made.id()), InstallationView.class);
    }

    @Test
    void theListLeadsToEachInstallationAndToANewOne() {
        installation();
        var view = navigate(InstallationsView.class);
        // Others may have closed records before: those stand below, in a table of their own.
        var grid = (Grid<?>) find(Grid.class, view).first();
        assertThat(grid.getListDataView().getItems().map(Object::toString)).anyMatch(text -> text.contains(name));
        Screen.button(view, "New installation").click();
        assertThat(getCurrentView()).isInstanceOf(WizardView.class);
        Screen.assertComplete(view);
    }

    @Test
    void whoeverMayOnlyReadSeesWhyTheButtonsAreOff() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.OPERATOR)));
        var settings = Profile.of(Profile.SMALL).settings();
        var made = installations.create(name, ClusterId.random(), settings, "");
        SignIns.as(SignIns.just("ann", Grant.everywhere(Role.VIEWER)));
        Screen.assertOff(navigate(InstallationsView.class), "New installation", "operator");
        var view = navigate(InstallationLinks.of(made.id()), InstallationView.class);
        Screen.assertOff(view, "Plan and review…", "operator");
    }

    @Test
    void aDraftIsContinuedWhereItWasLeftOrDiscarded() {
        var id = UUID.randomUUID();
        installations.saveDraft(id, Draft.Content.EMPTY.named("half-done").at(1));
        var view = navigate(InstallationsView.class);
        assertThat(Screen.words(view)).contains("Your drafts", "half-done", "Step 1 of 5");
        Screen.button(view, "Discard").click();
        assertThat(Screen.words(view)).doesNotContain("half-done");
        assertThat(installations.draft(id)).isEmpty();
    }

    @Test
    void anInstallationShowsWhatDiffersFromItsProfileAndItsRevisions() {
        var view = installation();
        assertThat(Screen.words(view))
                .contains(name, "medium-enterprise", "Backups are kept", "60", "default 90", "Plan and review…");
        assertThat(((Grid<?>) find(Grid.class, view).single()).getListDataView().getItemCount())
                .isEqualTo(1);
        Screen.assertComplete(view);
    }

    @Test
    void anInstallationWithProposedValuesSaysSoAndOneWithTheGuidesDoesNot() {
        assertThat(Screen.words(installation())).doesNotContain("proposed by this console");
        var settings = Profile.of(Profile.LARGE).settings();
        var made = installations.create(name + "-large", ClusterId.random(), settings, "");
        var view = navigate(InstallationLinks.of(made.id()), InstallationView.class);
        assertThat(Screen.words(view))
                .contains(
                        "large-enterprise",
                        "Values proposed by this console; the Hexabase.AI deployment guide has none");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(Screen.words(view)).contains("値は本コンソールの提案です。");
        Screen.assertComplete(view);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void settingsAreChangedFromTheLatestRevisionAndMakeTheNext() {
        var page = installation();
        Screen.button(page, "Change settings…").click();
        var wizard = (WizardView) getCurrentView();
        assertThat(Screen.words(wizard)).contains("Settings for medium-enterprise", "Makes revision 2", "Changed");
        var retention = Screen.parts(wizard)
                .filter(part -> "backup_retention_days".equals(part.getElement().getAttribute("data-setting")))
                .flatMap(part -> Screen.parts(part, TextField.class))
                .findFirst()
                .orElseThrow();
        test(retention).setValue("70");
        var draft = installations.drafts().getFirst();
        assertThat(draft.content().base()).isNotNull();
        var made = installations.list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        installations.revise(
                made.id(),
                1,
                made.cluster(),
                java.util.Objects.requireNonNull(draft.content().settings()),
                "");
        assertThat(installations.revision(made.id(), 2).settings().text(Setting.BACKUP_RETENTION_DAYS))
                .isEqualTo("70");
    }

    @Test
    void theHomeScreenListsThem() {
        installation();
        var home = (com.vaadin.flow.component.Component) navigate("", com.vaadin.flow.component.Component.class);
        assertThat(Screen.parts(home, InstallationGrid.class)).isNotEmpty();
    }

    @Test
    void anInstallationThatDoesNotExistIsNotFound() {
        var error = org.junit.jupiter.api.Assertions.assertThrows(
                RuntimeException.class,
                () -> navigate(InstallationLinks.LIST + "/" + UUID.randomUUID(), InstallationView.class));
        assertThat(error).isNotNull();
    }
}

package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.ThreeWay.Side;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Misaki edits a draft while Kenji saves a revision of the same installation. */
@Import(KeptClusters.class)
class TwoAdministratorsTest extends ScreenTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();

    @Autowired
    Installations installations;

    @Autowired
    KeptClusters clusters;

    private ClusterId cluster;
    private InstallationId id;
    private Draft draft;

    @BeforeEach
    void bothBegin() {
        var name = "two-" + UUID.randomUUID().toString().substring(0, 8);
        cluster = clusters.silent(name);
        id = installations.create(name, cluster, SMALL, "").id();
        draft = installations.draftChange(id);
    }

    private void kenjiSaves(Settings settings) {
        var misaki = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken("kenji", "", "ROLE_OPERATOR")));
        try {
            installations.revise(id, 1, cluster, settings, "more tenants");
        } finally {
            SecurityContextHolder.setContext(misaki);
        }
    }

    private WizardView edit(int step, Settings settings) {
        installations.saveDraft(draft.id(), draft.content().with(settings));
        return navigate(InstallationLinks.draft(draft.id(), step), WizardView.class);
    }

    @Test
    void theOpenDraftSaysWhoSavedWhatMeanwhileAndWhatOnlyOneChangedIsMerged() {
        var view = edit(5, SMALL.with(Setting.BACKUP_RETENTION_DAYS, "9"));
        assertThat(Screen.words(view)).doesNotContain("while you edit");
        kenjiSaves(SMALL.with(Setting.MAX_VCLUSTERS, "12"));
        eventually(() -> assertThat(Screen.words(view))
                .contains("kenji saved revision 2 while you edit", "Their comment: more tenants"));
        Screen.assertComplete(view);
        Screen.button(view, "See both and merge…").click();
        var dialog = find(Dialog.class).single();
        assertThat(Screen.words(dialog)).contains("Revision 2, by kenji", "Your draft", "theirs", "yours");
        Screen.assertComplete(dialog);
        find(Button.class).withText("Go on from revision 2 with this").single().click();
        assertThat(Screen.words(view)).doesNotContain("while you edit");
        Screen.button(view, "Save revision 3").click();
        var saved = installations.revision(id, 3).settings();
        assertThat(saved.text(Setting.MAX_VCLUSTERS)).isEqualTo("12");
        assertThat(saved.text(Setting.BACKUP_RETENTION_DAYS)).isEqualTo("9");
    }

    @Test
    void whatBothChangedIsChosenOneByOneAndNothingIsChosenBeforehand() {
        edit(5, SMALL.with(Setting.MAX_VCLUSTERS, "15"));
        kenjiSaves(SMALL.with(Setting.MAX_VCLUSTERS, "12"));
        var view = navigate(InstallationLinks.draft(draft.id(), 5), WizardView.class);
        Screen.button(view, "Save revision 2").click();
        assertThat(installations.get(id).latestRevision())
                .as("nothing is overwritten")
                .isEqualTo(2);
        assertThat(installations.revision(id, 2).settings().text(Setting.MAX_VCLUSTERS))
                .isEqualTo("12");
        var dialog = find(Dialog.class).single();
        var merge =
                find(Button.class).withText("Go on from revision 2 with this").single();
        assertThat(merge.isEnabled()).isFalse();
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("1 choice open");
        @SuppressWarnings("unchecked")
        var choice =
                (RadioButtonGroup<Side>) find(RadioButtonGroup.class, dialog).single();
        assertThat(choice.getValue()).isNull();
        choice.setValue(Side.MINE);
        assertThat(merge.isEnabled()).isTrue();
        merge.click();
        Screen.button(view, "Save revision 3").click();
        assertThat(installations.revision(id, 3).settings().text(Setting.MAX_VCLUSTERS))
                .isEqualTo("15");
    }
}

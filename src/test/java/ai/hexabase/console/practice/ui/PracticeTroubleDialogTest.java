package ai.hexabase.console.practice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.practice.PracticeClusters;
import ai.hexabase.console.practice.Trouble;
import ai.hexabase.console.security.SignIns;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PracticeTroubleDialogTest extends ScreenTest {
    @Autowired
    Clusters clusters;

    @Autowired
    PracticeClusters practice;

    @Autowired
    PracticeTroubleAction action;

    private RegisteredCluster cluster;

    @BeforeEach
    void registerAPracticeCluster() {
        cluster = clusters.registerPractice("rehearsal", Site.UNKNOWN, "one-zone-1-node");
    }

    @AfterEach
    void removeIt() {
        clusters.remove(cluster.id());
    }

    private Dialog open() {
        var button = (Button) action.button(cluster).orElseThrow();
        UI.getCurrent().add(button);
        test(button).click();
        return find(Dialog.class).single();
    }

    private static Checkbox toggle(Dialog dialog, String label) {
        return Screen.parts(dialog, Checkbox.class)
                .filter(box -> label.equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTroubleIsSwitchedOnAndOffAtOnce() {
        var simulated = practice.find("rehearsal").orElseThrow();
        var dialog = open();
        assertThat(Screen.parts(dialog, Checkbox.class)).hasSize(Trouble.values().length);
        test(toggle(dialog, "The first node is lost")).click();
        assertThat(simulated.troubles()).containsExactly(Trouble.NODE_LOST);
        test(toggle(dialog, "The first node is lost")).click();
        assertThat(simulated.troubles()).isEmpty();
    }

    @Test
    void itShowsWhatIsSwitchedOnAlready() {
        practice.find("rehearsal").orElseThrow().switchOn(Trouble.QUOTA_EXCEEDED);
        assertThat(toggle(open(), "No room for more pods").getValue()).isTrue();
    }

    @Test
    void itSpeaksJapanese() {
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(open().getHeaderTitle()).isEqualTo("rehearsalで障害を起こす");
    }

    @Test
    void clustersAreNotHarmedByThoseWhoMayOnlyLook() {
        SignIns.as(SignIns.just("yui", Grant.everywhere(Role.VIEWER)));
        try {
            assertThat(action.button(cluster))
                    .hasValueSatisfying(
                            button -> assertThat(((Button) button).isEnabled()).isFalse());
        } finally {
            SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        }
    }
}

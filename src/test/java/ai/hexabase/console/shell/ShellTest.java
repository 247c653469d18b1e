package ai.hexabase.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.Breadcrumbs;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.ErrorEvent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellTest extends ScreenTest {
    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        navigate(OverviewView.class);
    }

    @Test
    void theMenuShowsScreensByTheirNameAndEachLeadsSomewhere() {
        var items = $(SideNavItem.class).all();
        assertThat(items)
                .extracting(SideNavItem::getLabel)
                .contains("Overview")
                .noneMatch(name -> name.startsWith("!"));
        assertThat(items)
                .extracting(SideNavItem::getPath)
                .allSatisfy(path -> assertThat(UI.getCurrent()
                                .getInternals()
                                .getRouter()
                                .resolveNavigationTarget(new com.vaadin.flow.router.Location(path)))
                        .isPresent());
    }

    @Test
    void theHeaderSaysWhereIAm() {
        assertThat($(Breadcrumbs.class).single().getElement().getTextRecursively())
                .isEqualTo("Overview");
    }

    @Test
    void theLanguageChangesInPlace() {
        var japanese = $(NativeButton.class).withText("日本語").single();
        test(japanese).click();
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.JAPANESE);
        assertThat($(SideNavItem.class).all()).extracting(SideNavItem::getLabel).contains("概要");
        assertThat($(Breadcrumbs.class).single().getElement().getTextRecursively())
                .isEqualTo("概要");
        assertThat($view(OverviewView.class).all()).hasSize(1);
        assertThat($(NativeButton.class).withText("日本語").single().getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void homeSaysWhatToDoFirstOrShowsWhatThereIs() {
        var home = $view(OverviewView.class).single().getElement().getTextRecursively();
        assertThat(home).containsAnyOf("Register a cluster", "Clusters").doesNotContain("!");
    }

    @Test
    void aBugShowsAReferenceAndNoStackTrace() {
        new CalmErrorHandler().error(new ErrorEvent(new IllegalStateException("secret detail")));
        updatesArrive();
        var shown = $(Dialog.class).single().getElement().getTextRecursively();
        assertThat(shown).contains("reference").doesNotContain("secret detail", "IllegalState");
    }

    @Test
    void aKnownProblemIsShownInItsOwnWords() {
        var refused = new ProblemException(Problem.of("role-missing", "admin"));
        new CalmErrorHandler().error(new ErrorEvent(refused));
        updatesArrive();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Your role does not allow this");
    }

    @Test
    void aWrongAddressIsAnsweredCalmly() {
        var page = navigate("nowhere/at/all", NotFoundPage.class);
        assertThat(page.getElement().getTextRecursively()).contains("This address leads nowhere", "/nowhere/at/all");
    }

    @Test
    void initialsFitEveryScript() {
        assertThat(List.of("佐藤 美咲", "Misaki Sato", "misaki", "ken.ito@corp", ""))
                .extracting(PersonMenu::initials)
                .containsExactly("佐", "MS", "MI", "KI", "");
    }
}

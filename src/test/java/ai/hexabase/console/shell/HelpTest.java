package ai.hexabase.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.Help;
import ai.hexabase.console.uikit.HelpButton;
import ai.hexabase.console.uikit.Translations;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.menu.MenuConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Each screen says what it is for. */
class HelpTest extends ScreenTest {
    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** Those of the product; the tests have some of their own. */
    private static List<? extends Class<? extends Component>> screens() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteBaseData::getNavigationTarget)
                .filter(screen -> !screen.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes"))
                .distinct()
                .toList();
    }

    @Test
    void everyScreenHasHelpInBothLanguages() {
        assertThat(screens()).hasSizeGreaterThan(25);
        for (var language : Translations.LANGUAGES) {
            var missing = screens().stream()
                    .flatMap(screen -> Help.missing(screen, language).stream())
                    .sorted()
                    .toList();
            assertThat(missing)
                    .as(
                            "write these texts into translations_%s.properties: what the screen shows, what one can do"
                                    + " there (.1, .2 and so on), and who may (.who)",
                            language)
                    .isEmpty();
        }
    }

    @Test
    void noTwoScreensShareTheirHelp() {
        assertThat(screens().stream().flatMap(screen -> Help.keys(screen).stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void relatedScreensAreOnesOfTheMenu() {
        var menu = MenuConfiguration.getMenuEntries().stream()
                .map(entry -> entry.path().replaceFirst("^/", ""))
                .toList();
        assertThat(screens().stream()
                        .flatMap(screen -> Help.of(screen).stream())
                        .flatMap(help -> help.related().stream()))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(menu).contains(path));
    }

    private HelpButton help() {
        return UI.getCurrent()
                .getChildren()
                .flatMap(Screen::parts)
                .filter(HelpButton.class::isInstance)
                .map(HelpButton.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private HelpButton opened() {
        var help = help();
        test(Screen.parts(help, Button.class).findFirst().orElseThrow()).click();
        return help;
    }

    /** Opened where another screen or language has closed it. */
    private HelpButton shown() {
        return help().panel().isOpened() ? help() : opened();
    }

    private static Stream<String> links(HelpButton help) {
        return Screen.parts(help.panel(), Anchor.class).map(Anchor::getHref);
    }

    @Test
    void helpIsOfTheScreenThatIsShownAndLeadsToRelatedOnes() {
        UI.getCurrent().navigate(AuditLinks.AUDIT);
        assertThat(Screen.words(help().panel())).as("closed").doesNotContain("Every act");
        var help = opened();
        assertThat(Screen.words(help.panel())).contains("Every act and every refusal", "Administrators and auditors");
        assertThat(links(help)).anyMatch(path -> path.endsWith(AuditLinks.SETTINGS));
        assertThat(help.panel().isOpened()).isTrue();
        UI.getCurrent().navigate("clusters");
        assertThat(Screen.words(shown().panel())).contains("All registered clusters");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(Screen.words(shown().panel())).contains("登録したすべてのクラスター");
    }

    @Test
    @WithMockUser(username = "kenji", roles = "AUDITOR")
    void onlyScreensThatTheReaderMayOpenAreNamed() {
        UI.getCurrent().navigate(AuditLinks.AUDIT);
        assertThat(links(opened())).isNotEmpty().noneMatch(path -> path.endsWith(AuditLinks.SETTINGS));
    }

    @Test
    void whereNothingIsThereIsNoHelp() {
        UI.getCurrent().navigate("no/such/place");
        assertThat(help().isVisible()).isFalse();
    }
}

package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The page of the setup link for somebody who is not signed in. */
@WithAnonymousUser
class SetupLinkViewTest extends ScreenTest {
    private static final String OPEN = "Create the first administrator";

    @Autowired
    SetupLinks links;

    @Autowired
    DSLContext db;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        db.execute("delete from setup_link");
    }

    private static String shown(String token) {
        UI.getCurrent().navigate("setup/" + token);
        return Screen.words((Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst());
    }

    @Test
    void anOpenLinkShowsTheForm() {
        assertThat(shown(links.create())).contains(OPEN);
    }

    @Test
    void aLinkThatWasUsedOrIsLateOrWrongShowsNone() {
        var used = links.create();
        links.use(used);
        assertThat(shown(used)).doesNotContain(OPEN);
        var late = links.create();
        db.execute("update setup_link set expires_at = now() - interval '1 second'");
        assertThat(shown(late)).doesNotContain(OPEN);
        assertThat(shown("x".repeat(43))).doesNotContain(OPEN);
    }

    @Test
    void theAssistantIsClosedToWhoIsNotSignedIn() {
        for (var place : new String[] {"setup", "setup/key", "settings/key", "settings/registries"}) {
            UI.getCurrent().navigate(place);
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                    .as(place)
                    .isEqualTo("sign-in");
        }
    }
}

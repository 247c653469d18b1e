package ai.hexabase.console.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.SessionLimits.Limit;
import ai.hexabase.console.security.SessionSettings;
import ai.hexabase.console.security.SignIns;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionLimitsPanelTest extends ScreenTest {
    @Autowired
    SessionSettings settings;

    @Autowired
    DSLContext db;

    @BeforeEach
    void anAdministrator() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        db.execute("delete from session_limits");
        settings.current();
    }

    private SignInSettingsView shown() {
        var view = navigate(SignInLinks.SETTINGS, SignInSettingsView.class);
        roundTrip();
        return view;
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
        roundTrip();
    }

    private void enter(Dialog dialog, Limit limit, Integer minutes) {
        find(IntegerField.class, dialog)
                .withId("session-limit-" + limit.word())
                .single()
                .setValue(minutes);
    }

    @Test
    void howLongSessionsLastIsShownAndChanged() {
        var view = shown();
        assertThat(Screen.words(view)).contains("30 minutes", "12 hours", "10 minutes", "never");
        Screen.assertComplete(view);
        press("Change…");
        var dialog = find(Dialog.class).single();
        Screen.assertComplete(dialog);
        enter(dialog, Limit.IDLE, null);
        press("Save");
        assertThat(Screen.words(dialog)).contains("Give between 5 and 480 minutes.");
        enter(dialog, Limit.IDLE, 15);
        enter(dialog, Limit.LONGEST, 60);
        press("Save");
        assertThat(settings.current().minutes(Limit.IDLE)).isEqualTo(15);
        assertThat(Screen.words(view)).contains("15 minutes", "1 hour", "by misaki");
    }
}

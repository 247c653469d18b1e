package ai.hexabase.console.datastore.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.datastore.DatastoreLinks;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.net.ServerSocket;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class DatabaseViewTest extends ScreenTest {
    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private <T extends com.vaadin.flow.component.Component> T field(Class<T> type, String id) {
        return find(type).withId("datastore-" + id).single();
    }

    @Test
    void theDatabaseInUseIsShownWithWhatKeepsTheRecord() {
        var view = navigate(DatastoreLinks.SETTINGS, DatabaseView.class);
        eventually(() -> assertThat(Screen.words(view))
                .contains(
                        "embedded: the console runs it itself",
                        "PostgreSQL 18",
                        "the console works as hexabase_console, the tables belong to postgres",
                        "switched off: fsync, synchronous_commit, full_page_writes",
                        "rows in"));
        Screen.assertComplete(view);
    }

    @Test
    void whatIsMissingIsToldAndWhatCannotBeReachedTooAndWhatWasEnteredStays() throws Exception {
        var view = navigate(DatastoreLinks.SETTINGS, DatabaseView.class);
        test(field(Button.class, "check")).click();
        assertThat(field(TextField.class, "host").isInvalid()).isTrue();
        try (var free = new ServerSocket(0)) {
            var port = free.getLocalPort();
            free.close();
            field(TextField.class, "host").setValue("127.0.0.1");
            field(IntegerField.class, "port").setValue(port);
            field(PasswordField.class, "password").setValue("x");
            test(field(Button.class, "check")).click();
        }
        eventually(() -> assertThat(Screen.words(view)).contains("Nothing answers on 127.0.0.1", "not looked at"));
        assertThat(field(Button.class, "move").isEnabled()).isFalse();
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(Screen.words(view)).contains("応答するものがありません", "未確認");
        assertThat(field(TextField.class, "host").getValue()).isEqualTo("127.0.0.1");
        Screen.assertComplete(view);
        field(TextField.class, "host").setValue("other");
        assertThat(Screen.words(view)).doesNotContain("Nothing answers");
    }

    @Test
    @WithMockUser(username = "kenji", roles = "OPERATOR")
    void onlyAdministratorsMayOpenIt() {
        UI.getCurrent().navigate(DatastoreLinks.SETTINGS);
        assertThat(getCurrentView()).isNotInstanceOf(DatabaseView.class);
    }
}

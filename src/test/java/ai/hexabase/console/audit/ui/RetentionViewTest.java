package ai.hexabase.console.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.AuditGround;
import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.news.Changes;
import ai.hexabase.console.sealing.Sealer;
import ai.hexabase.console.test.OwnDatabase;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.security.test.context.support.WithMockUser;

/** The settings of the record, on a record of its own with three entries that are 400 days old. */
class RetentionViewTest extends ScreenTest {
    @Autowired
    DataSource console;

    @Autowired
    Sealer sealer;

    @Autowired
    ForwardTargets targets;

    @Autowired
    Changes changes;

    private HikariDataSource database;
    private AuditGround.OldRecord old;

    @BeforeEach
    void start() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        database = OwnDatabase.beside(console);
        var db = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        old = new AuditGround.OldRecord(db, new DataSourceTransactionManager(database), sealer, 400, 3);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RetentionView shown() {
        var view = new RetentionView(old.retentions, targets, changes, Clock.systemUTC());
        UI.getCurrent().add(view);
        roundTrip();
        return view;
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
        roundTrip();
    }

    private Dialog change() {
        press("Change…");
        return find(Dialog.class).single();
    }

    @Test
    void entriesAreKeptForEverUntilSomebodyDecidesOtherwise() {
        navigate(AuditLinks.SETTINGS, RetentionView.class);
        var view = shown();
        assertThat(Screen.words(view))
                .contains("for ever", "Legal hold", "nothing", "never", "Nothing was removed so far");
        Screen.assertComplete(view);
    }

    @Test
    void whatWouldGoIsToldAndItsCountIsTypedBeforeItMay() {
        var view = shown();
        var dialog = change();
        find(IntegerField.class, dialog).single().setValue(365);
        assertThat(Screen.words(dialog)).contains("3 entries, the oldest from");
        press("Save");
        assertThat(old.retentions.current().keepDays()).as("not yet").isNull();
        var confirmation = find(TypedConfirmation.class).single();
        assertThat(Screen.words(confirmation)).contains("3 entries", "signed stub");
        Screen.assertComplete(confirmation);
        find(TextField.class, confirmation).single().setValue("3");
        press("Save and let them go");
        assertThat(old.retentions.current().keepDays()).isEqualTo(365);
        assertThat(Screen.words(view)).contains("365 days", "3 entries, the oldest from", "by misaki");
    }

    @Test
    void aLegalHoldNeedsAReasonAndKeepsWhatWouldGo() {
        old.retentions.change(0, 365, false, null);
        var view = shown();
        var dialog = change();
        find(Checkbox.class, dialog).single().setValue(true);
        assertThat(Screen.words(dialog)).contains("nothing, because of the legal hold; without it 3 entries");
        press("Save");
        assertThat(Screen.words(dialog)).contains("with a reason only");
        find(TextField.class, dialog).single().setValue("case 4711");
        press("Save");
        assertThat(Screen.words(view)).contains("Nothing is removed", "case 4711", "because of the legal hold");
        Screen.assertComplete(view);
        old.prune();
        assertThat(old.retentions.removed()).isEmpty();
        assertThat(old.newest().act().kind()).isEqualTo("audit.change-retention");
    }

    @Test
    void whatWasRemovedIsListed() {
        old.retentions.change(0, 365, false, null);
        old.prune();
        var view = shown();
        assertThat(Screen.words(view)).contains("What was removed").doesNotContain("Nothing was removed so far");
        Screen.assertComplete(view);
    }

    @Test
    @WithMockUser(username = "kenji", roles = "AUDITOR")
    void onlyAdministratorsMayOpenIt() {
        UI.getCurrent().navigate(AuditLinks.SETTINGS);
        assertThat(getCurrentView()).isNotInstanceOf(RetentionView.class);
    }
}

package ai.hexabase.console.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.audit.ForwardTarget;
import ai.hexabase.console.audit.ForwardTarget.Kind;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout.FormItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the record is forwarded to, on the screen. */
class ForwardPanelTest extends ScreenTest {
    @Autowired
    ForwardTargets targets;

    @Autowired
    DSLContext db;

    @Autowired
    ForwardOverview overview;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void clear() {
        db.execute("delete from audit_target");
    }

    private RetentionView shown() {
        return navigate(AuditLinks.SETTINGS, RetentionView.class);
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
        roundTrip();
    }

    private UUID failing() {
        var id = UUID.randomUUID();
        var target = new ForwardTarget(
                id,
                "siem",
                Kind.SYSLOG_TCP,
                "127.0.0.1:1",
                false,
                "",
                "",
                false,
                new ForwardTarget.Progress(0, 0, null, null));
        targets.add(target, null, false);
        db.execute("update audit_target set failing_since = now() - interval '1 hour', tries = 12, failed_at = now(),"
                + " failure = 'audit-forward-away', failure_args = '{127.0.0.1:1}', failure_words = 'refused',"
                + " missed = 7");
        return id;
    }

    @Test
    void nothingIsForwardedUntilSomebodySaysWhereTo() {
        var view = shown();
        assertThat(Screen.words(view)).contains("The record is forwarded nowhere");
        Screen.assertComplete(view);
        press("Add a target…");
        var dialog = find(Dialog.class).single();
        Screen.assertComplete(dialog);
        press("Save");
        assertThat(Screen.words(dialog)).contains("A target needs a name", "not the address of a receiver");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aWebhookIsAddedWithASecretThatIsNotShownAgain() {
        shown();
        press("Add a target…");
        var dialog = find(Dialog.class).single();
        find(RadioButtonGroup.class, dialog).single().setValue(Kind.WEBHOOK);
        var fields = find(TextField.class, dialog).all();
        fields.get(0).setValue("siem");
        fields.get(1).setValue("https://siem.invalid/in");
        find(PasswordField.class, dialog).single().setValue("s3cret-value");
        press("Save");
        assertThat(targets.all()).singleElement().satisfies(target -> {
            assertThat(target.kind()).isEqualTo(Kind.WEBHOOK);
            assertThat(targets.hasSecret(target.id())).isTrue();
            var change = new ForwardDialog(targets, target, () -> {});
            change.open();
            assertThat(Screen.words(change)).contains("One is kept").doesNotContain("s3cret");
            assertThat(Screen.parts(change, PasswordField.class)
                            .findFirst()
                            .orElseThrow()
                            .isEmpty())
                    .isTrue();
            assertThat(Screen.parts(change, FormItem.class).filter(FormItem::isVisible))
                    .as("name, way, address, secret, signature, per request, authority")
                    .hasSize(7);
        });
    }

    @Test
    void whatAilsATargetIsToldInWordsHereAndOnTheHomePage() {
        var id = failing();
        var view = shown();
        assertThat(Screen.words(view))
                .contains(
                        "127.0.0.1:1 did not take the entries", "refused", "for 1 h, tried 1", "7 entries were removed")
                .contains("Try now");
        Screen.assertComplete(view);
        assertThat(overview.attention())
                .singleElement()
                .satisfies(item -> assertThat(item.what()).isEqualTo("siem does not take the audit record’s entries"));
        targets.pause(id);
        assertThat(overview.attention()).isEmpty();
    }
}

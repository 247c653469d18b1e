package ai.hexabase.console.sealing.ui;

import static ai.hexabase.console.test.Screen.button;
import static ai.hexabase.console.test.Screen.words;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.sealing.EncryptionKeys;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class EncryptionKeyViewTest extends ScreenTest {
    @Autowired
    EncryptionKeys keys;

    @Value("${console.data-dir}")
    Path directory;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        navigate(EncryptionKeyView.class);
    }

    @Test
    void theScreenSaysWhereTheKeyIsAndNeverTheKey() throws Exception {
        var view = $view(EncryptionKeyView.class).single();
        var key = Files.readString(directory.resolve("master.key"));
        assertThat(words(view))
                .contains(
                        directory.resolve("master.key").toString(),
                        keys.current().fingerprint(),
                        "worthless")
                .doesNotContain(key);
        Screen.assertComplete(view);
    }

    @Test
    void theKeyIsExchangedAfterItsFingerprintWasTyped() {
        var view = $view(EncryptionKeyView.class).single();
        var former = keys.current().fingerprint();
        test(button(view, "Exchange the key…")).click();
        var dialog = $(Dialog.class).single();
        assertThat(words(dialog)).contains("copy it first");
        var confirm = find(Button.class).withText("Exchange").single();
        assertThat(confirm.isEnabled()).isFalse();
        test(find(TextField.class, dialog).single()).setValue(former);
        test(confirm).click();
        assertThat(words(view)).contains("The key was exchanged", keys.current().fingerprint());
        assertThat(keys.current().fingerprint()).isNotEqualTo(former);
    }
}

package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.test.ScreenTest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TypedConfirmationTest extends ScreenTest {
    private final AtomicBoolean done = new AtomicBoolean();
    private final TypedConfirmation dialog =
            new TypedConfirmation("Uninstall hq-tokyo?", "hq-tokyo", "Uninstall", () -> done.set(true));

    @Test
    void nothingIsLostUntilTheNameIsTypedInFull() {
        dialog.lost("14 vclusters").kept("16 volumes").open();
        roundTrip();
        assertThat(dialog.confirm().isEnabled()).isFalse();
        test(dialog.field()).setValue("hq-tok");
        assertThat(dialog.confirm().isEnabled()).isFalse();
        test(dialog.field()).setValue("hq-tokyo");
        test(dialog.confirm()).click();
        assertThat(done).isTrue();
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void itSaysWhatIsLostAndWhatIsKept() {
        dialog.lost("14 vclusters").kept("16 volumes").open();
        roundTrip();
        assertThat(dialog.getElement().getTextRecursively()).contains("14 vclusters", "16 volumes");
    }
}

package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveUpdatesTest extends ScreenTest {
    private final Div part = new Div();
    private final List<String> shown = new ArrayList<>();

    @Test
    void theNewestPerKeyArrivesAndTheOthersDoNot() {
        UI.getCurrent().add(part);
        var live = LiveUpdates.of(part);
        inAnotherThread(() -> {
            for (var i = 0; i <= 500; i++) {
                var number = i;
                live.run("pods", () -> shown.add("pods " + number));
            }
            live.run("state", () -> shown.add("state"));
        });
        eventually(() -> assertThat(shown).contains("state"));
        assertThat(shown).contains("pods 500").hasSizeLessThan(20);
    }

    @Test
    void subscriptionsLiveAsLongAsThePartIsShown() {
        var open = new AtomicInteger();
        LiveUpdates.of(part).whileShown(() -> {
            open.incrementAndGet();
            return open::decrementAndGet;
        });
        assertThat(open).hasValue(0);
        UI.getCurrent().add(part);
        assertThat(open).hasValue(1);
        UI.getCurrent().remove(part);
        assertThat(open).hasValue(0);
        UI.getCurrent().add(part);
        assertThat(open).hasValue(1);
    }

    @Test
    void newsForAPartThatLeftAreDropped() {
        UI.getCurrent().add(part);
        var live = LiveUpdates.of(part);
        UI.getCurrent().remove(part);
        inAnotherThread(() -> live.run("late", () -> shown.add("late")));
        roundTrip();
        assertThat(shown).isEmpty();
    }

    @Test
    void aBugInOneUpdateDoesNotStopTheOthers() {
        UI.getCurrent().add(part);
        var live = LiveUpdates.of(part);
        inAnotherThread(() -> {
            live.run("bug", () -> {
                throw new IllegalStateException("bug");
            });
            live.run("good", () -> shown.add("good"));
        });
        eventually(() -> assertThat(shown).contains("good"));
    }

    private static void inAnotherThread(Runnable source) {
        try {
            Thread.ofVirtual().start(source).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package ai.hexabase.console.test;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;

/** A test of screens without a browser, on a running console. */
@ConsoleTest
public abstract class ScreenTest extends SpringBrowserlessTest {
    /** Holds sooner or later; updates from other threads arrive in between, as pushes do. */
    protected void eventually(ThrowingRunnable assertion) {
        await().pollInSameThread().untilAsserted(() -> {
            updatesArrive();
            assertion.run();
        });
    }

    /** Lets updates from other threads in, as a push does. */
    protected void updatesArrive() {
        runPendingSignalsTasks(20, TimeUnit.MILLISECONDS);
        roundTrip();
    }
}
